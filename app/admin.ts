import { missing } from '#app/answer.ts';
import { staff } from '#app/viewer.ts';
import type { Staff } from '#office/viewer.ts';

/** The administrator who is asking; null, and a 404, for everybody else: who works here is not theirs to know. */
export async function admin(): Promise<Staff | null> {
  const viewer = await staff();
  if (viewer.grants.some(({ role, noun }) => role === 'admin' && noun === null)) return viewer;
  missing();
  return null;
}
