import { sql } from 'drizzle-orm';
import { reader, type Reader } from '#db/client.ts';
import { holds, nouns } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';

type Kept = { readonly head: string; readonly at: number; readonly found: Promise<unknown> };

// In one process the server, the pages and the route handlers each load their own copy of this module; another database has figures of its own.
const shared = globalThis as { [key: symbol]: WeakMap<Reader, Map<string, Kept>> | undefined };
const place = Symbol.for('povelja.desk figures');

/** Two changes may be entered in another order than they are committed in, so that no head tells of the first: milliseconds until all is reckoned anew. */
const longest = 20_000;
const most = 300;

/**
 * A figure over whole registers, reckoned once for each head of the ledger and for all viewers who may see the same.
 * `name` says what is reckoned, with the day where it depends on one.
 */
export async function remembered<T>(viewer: Viewer, name: string, reckon: () => Promise<T>): Promise<T> {
  const all = (shared[place] ??= new WeakMap());
  const held = all.get(reader()) ?? new Map<string, Kept>();
  all.set(reader(), held);
  const key = `${name} ${scopeOf(viewer)}`;
  const head = await headOfLedger();
  const known = held.get(key);
  if (known?.head === head && Date.now() - known.at < longest) return known.found as Promise<T>;
  const found = reckon();
  held.delete(key);
  held.set(key, { head, at: Date.now(), found });
  found.catch(() => held.delete(key));
  for (const oldest of held.keys()) {
    if (held.size <= most) break;
    held.delete(oldest);
  }
  return found;
}

/** Whoever may see everything sees the same; anybody else sees what he himself was given or has drafted. */
export function scopeOf(viewer: Viewer): string {
  if (viewer.kind !== 'staff') return viewer.kind;
  return nouns.every((noun) => holds(viewer, 'editor', noun, null)) ? 'everything' : `${viewer.id} ${JSON.stringify(viewer.grants)}`;
}

async function headOfLedger(): Promise<string> {
  const { rows } = await reader().execute<{ head: string }>(sql`select coalesce(max(seq), 0)::text as head from change`);
  return rows[0]?.head ?? '0';
}
