import { AsyncLocalStorage } from 'node:async_hooks';

/** The statuses a page may answer with besides 200: the page draws the view, the front door sets the status. */
export type Status = 400 | 403 | 404 | 409 | 410 | 413 | 422 | 500 | 503 | 507;
/** `once`: the answer holds for this request alone, and memory does not keep it. */
export type Told = { status: Status | null; once: boolean; /** What a form brought that nobody could take. */ handedBack?: readonly (readonly [name: string, value: string])[] };

/**
 * One store for the whole process: the server, the pages and the route handlers each load their own
 * copy of this file, so what they share hangs on `globalThis`.
 */
export const answers: AsyncLocalStorage<Told> = sharedStore();

/** Sets the status of the answer being drawn; the last word counts. Must be said before the page's first byte. */
export function answer(status: Status): void {
  const told = answers.getStore();
  if (told) told.status = status;
}

/** What is not there, and what the viewer may not know of, are the same 404. */
export function missing(): void {
  answer(404);
}

/**
 * The answer being drawn says what was not understood in the address, or that nothing was found: it is not kept, so
 * that made-up parameters make no entry in memory.
 */
export function passing(): void {
  const told = answers.getStore();
  if (told) told.once = true;
}

/** The fields of a form that came with files and that nobody could take: the door gives them back, to be sent again. */
export function handBack(fields: NonNullable<Told['handedBack']>): void {
  const told = answers.getStore();
  if (told) told.handedBack = fields;
}

/** The header by which the door hears that an answer is not to be kept; it never leaves the house. */
export const onceHeader = 'x-povelja-once';

/** By this header a route tells the door how long its answer is, since Next strikes the usual one; it never leaves the house. */
export const lengthHeader = 'x-povelja-length';

function sharedStore(): AsyncLocalStorage<Told> {
  const shared = globalThis as { [key: symbol]: AsyncLocalStorage<Told> | undefined };
  const key = Symbol.for('povelja.answer');
  return (shared[key] ??= new AsyncLocalStorage<Told>());
}
