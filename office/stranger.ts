import { securityEvent } from '#db/schema/session.ts';
import { aside } from './change.ts';
import { refused, type Refused } from './outcome.ts';

/** Refuses whoever is not signed in an act of the office, before anything that he sent is read; it stands among the refusals. */
export async function refuseStranger(): Promise<Refused> {
  await aside((db) => db.insert(securityEvent).values({ kind: 'refused', status: 403 }));
  return refused(403, { field: '', rule: 'notAllowed' });
}
