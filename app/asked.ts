import { headers } from 'next/headers';
import { addressHeader } from '#app/addresses.ts';

/** Path and query as asked, in written form (`/sr-Cyrl/networks?page=2`); '' where no front door stands before Next. */
export async function askedAddress(): Promise<string> {
  return (await headers()).get(addressHeader) ?? '';
}
