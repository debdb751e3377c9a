import { headers } from 'next/headers';

/** The browser and the address that a request came from, as the front door knows them; a reader cannot set them. */
export async function askedFrom(): Promise<{ agent: string; address: string }> {
  const held = await headers();
  return { agent: held.get('user-agent') ?? '', address: held.get('x-forwarded-for') ?? '' };
}
