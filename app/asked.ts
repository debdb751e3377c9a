import { headers } from 'next/headers';

/** The header in which the front door tells the pages their own address; it is struck from what readers send. */
export const addressHeader = 'x-povelja-address';

/** Path and query as asked, in written form (`/sr-Cyrl/networks?page=2`); '' where no front door stands before Next. */
export async function askedAddress(): Promise<string> {
  return (await headers()).get(addressHeader) ?? '';
}
