import { person } from '#db/schema/person.ts';
import type { Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Viewer } from '#office/viewer.ts';
import { changePerson, hasPassword, type Which } from './changing.ts';
import { deliverLink, type Delivery } from './delivering.ts';
import { closeLinksOf } from './link.ts';

/** `secret` is told once and kept nowhere; null where it goes by letter, or the request was answered before. */
type Linked = Entered & { readonly secret: string | null };

/** A new invitation in the place of one that ran out or was lost; the older ones are closed. Only for who has not come in yet. */
export function renewLink(viewer: Viewer, which: Which, deliver: Delivery = deliverLink): Promise<Outcome<Linked>> {
  return linked(viewer, 'person.renewLink', which, deliver);
}

/** A link by which somebody sets another password, since he has forgotten his; valid for a day. His sessions end when it is used. */
export function makeReset(viewer: Viewer, which: Which, deliver: Delivery = deliverLink): Promise<Outcome<Linked>> {
  return linked(viewer, 'person.makeReset', which, deliver);
}

/** Closes the links that are open, so that what was sent opens nothing. */
export function cancelLink(viewer: Viewer, which: Which): Promise<Outcome<Entered>> {
  return changePerson(viewer, 'person.cancelLink', which, async (pen) => {
    await pen.revise(person, {});
    if (await closeLinksOf(pen.db, pen.id) === 0) pen.refuse({ field: '', rule: 'noOpenLink' });
  });
}

async function linked(viewer: Viewer, action: 'person.renewLink' | 'person.makeReset', which: Which, deliver: Delivery): Promise<Outcome<Linked>> {
  let secret: string | null = null;
  const outcome = await changePerson(viewer, action, which, async (pen, row) => {
    const came = await hasPassword(pen.db, pen.id);
    if (row.deactivatedAt) pen.refuse({ field: '', rule: 'isDeactivated' });
    if (came !== (action === 'person.makeReset')) pen.refuse({ field: '', rule: came ? 'cameIn' : 'notComeIn' });
    await pen.revise(person, {});
    secret = await deliver(pen.db, pen.id, came ? 'reset' : 'invitation');
  });
  return outcome.done ? { ...outcome, value: { ...outcome.value, secret } } : outcome;
}
