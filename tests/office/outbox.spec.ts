import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { outbox } from '#db/schema/outbox.ts';
import { securityEvent } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { kinds, type LetterKind } from '#office/mail/mail.ts';
import { lettersIn, lettersInNeed } from '#office/mail/read.ts';
import { drop, release, tryOut } from '#office/mail/write.ts';
import { endSessionsOf, staffBySecret } from '#office/person/session.ts';
import { post } from '#office/posting.ts';
import { visitor, type Staff, type Viewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { staff } from '../verbs.ts';
import { asAdmin, employ, secretOf, today } from './person-ground.ts';

process.env.AUTH_SECRET = 'a secret of the specs that is long enough';
process.env.PUBLIC_URL = 'https://povelja.example';

describe('letters in the hands of an admin', () => {
  useEmptyDatabase();
  let admin: Staff;
  let number = 0;
  beforeEach(async () => {
    admin = asAdmin(await employ('admin'));
    await aside((db) => db.delete(outbox));
  });
  const lay = async (kind: LetterKind): Promise<string> => {
    number += 1;
    const link = kinds[kind].opens ? { link: { id: `spec ${number}`, secret: 'secret' } } : {};
    return (await aside((db) => post(db, { kind, occasion: String(number), to: kind === 'ledgerHead' ? { address: 'revizor@elsewhere.example' } : { personId: admin.id }, ...link })))!;
  };
  const rowOf = async (id: string) => (await reader().select().from(outbox).where(eq(outbox.id, id)))[0];
  const events = async () => (await reader().select({ kind: securityEvent.kind, action: securityEvent.action, status: securityEvent.status }).from(securityEvent).where(sql`${securityEvent.kind} <> 'signed_in'`).orderBy(securityEvent.seq));
  /** Refused, with the letter as it was, and one event more. */
  const keptBy = async (viewer: Viewer, act: typeof drop, id: string, status: number, issue: { field: string; rule: string }) => {
    const [row, before] = [await rowOf(id), await events()];
    assert.deepEqual(await act(viewer, id), { done: false, status, issues: [issue] });
    assert.deepEqual(await rowOf(id), row);
    return (await events()).slice(before.length);
  };

  test('the auditor’s and those that warn a person cannot be given up; they say so where their button would be', async () => {
    const firm = ['passwordChanged', 'factorSet', 'factorOff', 'factorReset', 'addressChanged', 'rightsChanged', 'ledgerHead'] as const;
    for (const kind of firm) {
      const id = await lay(kind);
      assert.deepEqual(await keptBy(admin, drop, id, 422, { field: '', rule: 'letterFirm' }), []);
      assert.equal((await lettersIn(admin, 'waits')).find((line) => line.id === id)?.mayDrop, false);
      await aside((db) => db.update(outbox).set({ heldAt: sql`now()` as never }).where(eq(outbox.id, id)));
      await keptBy(admin, drop, id, 422, { field: '', rule: 'letterFirm' });
      assert.equal((await lettersIn(admin, 'held')).find((line) => line.id === id)?.mayDrop, false);
      // What a server refused for good is stopped by nobody here: it may be put away, and stays to be seen.
      await aside((db) => db.update(outbox).set({ endedAt: sql`now()` as never, fault: 'refused' }).where(eq(outbox.id, id)));
      assert.equal((await lettersIn(admin, 'failed')).find((line) => line.id === id)?.mayDrop, true);
      assert.ok((await drop(admin, id)).done);
      assert.equal(await lettersInNeed(admin), 0);
    }
    for (const kind of (Object.keys(kinds) as LetterKind[]).filter((one) => !firm.some((other) => other === one))) {
      const id = await lay(kind);
      assert.equal((await lettersIn(admin, 'waits')).find((line) => line.id === id)?.mayDrop, true, kind);
      assert.ok((await drop(admin, id)).done, kind);
    }
  });

  test('nobody sends or gives up one without having given his password, nor with a session that has ended; whoever is no admin finds none', async () => {
    const id = await lay('trial');
    const tired = { ...admin, confirmed: false };
    for (const [act, action] of [[drop, 'letter.drop'], [release, 'letter.release']] as const) {
      assert.deepEqual(await keptBy(tired, act, id, 403, { field: 'confirmPassword', rule: 'confirmPassword' }), [{ kind: 'refused', action, status: 403 }]);
      for (const viewer of [visitor, staff('publisher')]) {
        assert.deepEqual(await keptBy(viewer, act, id, 404, { field: '', rule: 'notFound' }), [{ kind: 'refused', action, status: 404 }]);
      }
    }
    const other = await employ('admin');
    const viewer = (await staffBySecret(await secretOf(other.email), today))!;
    await aside((db) => endSessionsOf(db, other.id));
    assert.deepEqual(await keptBy(viewer, drop, id, 403, { field: '', rule: 'sessionEnded' }), [{ kind: 'refused', action: 'letter.drop', status: 403 }]);
    assert.deepEqual(await tryOut(staff('editor')), { done: false, status: 404, issues: [{ field: '', rule: 'notFound' }] });
    assert.equal(await reader().$count(outbox), 1);
    assert.deepEqual((await events()).at(-1), { kind: 'refused', action: 'letter.tryOut', status: 404 });
    assert.ok((await drop(admin, id)).done);
    assert.deepEqual((await events()).at(-1), { kind: 'letterDropped', action: null, status: null });
  });
});
