import { and, asc, eq, gte, gt, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { personal } from '#db/schema/person.ts';
import { securityEvent } from '#db/schema/session.ts';

/** One sign-in, refusal or hand in what stands outside the ledger. `who` is the name, or the number of a person whose name was erased; null where nobody was signed in. */
export type SecurityEvent = { readonly seq: number; readonly at: Date; readonly kind: string; readonly who: string | null; readonly action: string | null; readonly record: string | null; readonly status: number | null; readonly detail: Readonly<Record<string, string | number>> };

/** All from an instant on, the oldest first, in pieces of a thousand. For whoever keeps the machine; no secret is among them. */
export async function* securityEventsSince(since: Date): AsyncGenerator<readonly SecurityEvent[]> {
  for (let last = 0; ;) {
    const events = await reader().select({
      seq: securityEvent.seq, at: securityEvent.at, kind: securityEvent.kind, who: sql<string | null>`coalesce(${personal.value}, ${securityEvent.actorId}::text)`,
      action: securityEvent.action, record: securityEvent.recordId, status: securityEvent.status, detail: securityEvent.detail,
    }).from(securityEvent).leftJoin(personal, and(eq(personal.ownerId, securityEvent.actorId), eq(personal.field, 'name')))
      .where(and(gte(securityEvent.at, since), gt(securityEvent.seq, last))).orderBy(asc(securityEvent.seq)).limit(1_000);
    if (events.length === 0) return;
    yield events;
    last = events.at(-1)?.seq ?? last;
  }
}
