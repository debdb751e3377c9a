import { AsyncLocalStorage } from 'node:async_hooks';

/** The statuses a page may answer with besides 200: the page draws the view, the front door sets the status. */
export type Status = 403 | 404 | 409 | 410 | 422 | 500 | 503;
export type Told = { status: Status | null };

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

function sharedStore(): AsyncLocalStorage<Told> {
  const shared = globalThis as { [key: symbol]: AsyncLocalStorage<Told> | undefined };
  const key = Symbol.for('povelja.answer');
  return (shared[key] ??= new AsyncLocalStorage<Told>());
}
