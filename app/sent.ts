import { headers } from 'next/headers';

/**
 * Whether this page answers a form that was posted to it without scripts. Then the form is drawn even where its act is no
 * longer possible, so that what was typed and what came of it stand on the page.
 */
export async function sentByPost(): Promise<boolean> {
  return (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false;
}
