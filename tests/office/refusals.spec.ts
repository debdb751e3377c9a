import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { desc } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { bulkRun, savedView } from '#db/schema/desk.ts';
import { securityEvent, session } from '#db/schema/session.ts';
import { confirmRun, openRun } from '#office/bulk/write.ts';
import type { Outcome } from '#office/outcome.ts';
import { ownEmailEntry, ownPasswordEntry } from '#office/person/entry.ts';
import { endAll, endOthers, endOwnSession } from '#office/person/own-session.ts';
import { changeOwnEmail, changeOwnPassword } from '#office/person/own.ts';
import { beginFactor } from '#office/person/second-factor.ts';
import { staffBySecret } from '#office/person/session.ts';
import { dropView, keepView, renameView } from '#office/saved-view/write.ts';
import { systemViewer, visitor, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, ledger, parsed } from '../verbs.ts';
import { employ, ownersHand, password, secretOf, today } from './person-ground.ts';

process.env.AUTH_SECRET = 'a secret of the specs that is long enough';

const database = useEmptyDatabase();
const byHand = ownersHand(() => database.url());

async function inside(role: 'contributor' | 'publisher'): Promise<Staff> {
  return (await staffBySecret(await secretOf((await employ(role)).email), today))!;
}

/** What else a refusal could have written: every table outside the ledger that these acts write to. */
async function standing(): Promise<unknown[]> {
  const [keys] = await byHand('select count(*)::int as n, max(pending_at) as at from second_factor');
  const [hashes] = await byHand("select string_agg(password_hash, ' ' order by person_id) as all from credential");
  return [await ledger(), await reader().select().from(savedView), await reader().select().from(bulkRun), (await reader().select({ ended: session.endedAt }).from(session)).filter(({ ended }) => ended).length, keys, hashes];
}

/** Refused, nothing written, and the newest event says who was refused what. */
async function told(act: () => Promise<Outcome<unknown>>, status: number, event: { kind: string; actorId: string | null; action: string | null; status: number | null }): Promise<void> {
  const [before, many] = [await standing(), await reader().$count(securityEvent)];
  const outcome = await act();
  assert.equal(outcome.done ? 200 : outcome.status, status);
  assert.deepEqual(await standing(), before);
  const [last] = await reader().select({ kind: securityEvent.kind, actorId: securityEvent.actorId, action: securityEvent.action, status: securityEvent.status }).from(securityEvent).orderBy(desc(securityEvent.seq)).limit(1);
  assert.deepEqual([last, await reader().$count(securityEvent)], [event, many + 1]);
}

const refusedAs = (actorId: string | null, action: string) => ({ kind: 'refused', actorId, action, status: 403 });

describe('refusals that do not pass the gate stand among the security events', () => {
  test('a wrong password of one’s own, however it is asked for', async () => {
    const viewer = await inside('contributor');
    const event = { kind: 'own_password_failed', actorId: viewer.id, action: null, status: null };
    const from = { address: '192.0.2.90' };
    await told(() => changeOwnPassword(viewer, { entry: parsed(ownPasswordEntry, { oldPassword: ['погрешна'], newPassword: ['једна сасвим друга лозинка'] }), from }), 422, event);
    await told(() => changeOwnEmail(viewer, { entry: parsed(ownEmailEntry, { email: ['nova@primer.rs'], password: ['погрешна'] }), from }), 422, event);
    const many = await reader().$count(securityEvent);
    const same = await changeOwnPassword(viewer, { entry: parsed(ownPasswordEntry, { oldPassword: [password], newPassword: [password] }), from });
    assert.deepEqual([same.done, await reader().$count(securityEvent)], [false, many], 'what is only entered wrongly is none');
  });

  test('views, work on many records, a second factor and sessions of somebody who may not', async () => {
    const [viewer, publisher] = [await inside('contributor'), await inside('publisher')];
    const view = { register: 'agreements' as const, name: 'Туђе', query: '', isShared: true };
    const own = accepted(await keepView(viewer, 'agreement', { ...view, name: 'Моје', isShared: false }));
    const shared = accepted(await keepView(publisher, 'agreement', view));
    await told(() => keepView(viewer, 'agreement', { ...view, name: 'За све' }), 403, refusedAs(viewer.id, 'view.keep'));
    await told(() => renameView(viewer, 'agreement', own, { register: 'agreements', name: 'За све', isShared: true }), 403, refusedAs(viewer.id, 'view.rename'));
    await told(() => renameView(viewer, 'agreement', 'new', { register: 'agreements', name: 'За све', isShared: true }), 403, refusedAs(viewer.id, 'view.rename'));
    await told(() => dropView(viewer, 'agreement', shared, 'agreements'), 403, refusedAs(viewer.id, 'view.drop'));
    await told(() => beginFactor({ ...viewer, confirmed: false }), 403, refusedAs(viewer.id, 'person.beginSecondFactor'));
    await told(() => beginFactor(visitor), 403, refusedAs(null, 'person.beginSecondFactor'));
    for (const act of [() => endOwnSession(visitor, viewer.sessionHash!), () => endOthers(visitor), () => endAll(systemViewer)]) await told(act, 403, refusedAs(null, 'person.endSession'));
    await told(() => openRun(visitor, { register: 'partners', verb: 'publish', ids: [randomUUID()] }), 403, refusedAs(null, 'run.open'));
    await told(() => confirmRun(visitor, randomUUID(), {}), 403, refusedAs(null, 'run.confirm'));
    const many = await reader().$count(securityEvent);
    assert.equal((await keepView(viewer, 'agreement', { ...view, name: 'Моје', isShared: false })).done, false);
    assert.equal(await reader().$count(securityEvent), many, 'a name that is taken is none');
  });
});
