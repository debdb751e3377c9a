import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { outbox } from '#db/schema/outbox.ts';
import { aside } from '#office/change.ts';
import { isLinkStuck, lettersIn, lettersInNeed, ownLetters } from '#office/mail/read.ts';
import { settle, takeUp } from '#office/mail/sending.ts';
import { drop, release } from '#office/mail/write.ts';
import { tellOldAddress } from '#office/notices.ts';
import { renewLink } from '#office/person/linking.ts';
import * as people from '#office/person/write.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, staff } from '../verbs.ts';
import { asAdmin, details, employ, give, invitation, today } from './person-ground.ts';

process.env.AUTH_SECRET = 'a secret of the specs that is long enough';
process.env.PUBLIC_URL = 'https://povelja.example';

describe('letters about one’s access', () => {
  useEmptyDatabase();
  beforeEach(() => aside((db) => db.delete(outbox)));
  const kindsOf = async (personId: string) => (await reader().select({ kind: outbox.kind, address: outbox.address }).from(outbox).where(eq(outbox.personId, personId))).map(({ kind, address }) => [kind, address]);

  test('another role is told of, and another address is told to the old one; a change that is refused tells nobody', async () => {
    const ana = await employ('editor');
    accepted(await give(systemViewer, ana.id, { role: ['publisher'] }));
    assert.deepEqual(await kindsOf(ana.id), [['rightsChanged', null]]);
    await aside((db) => db.delete(outbox));
    assert.equal((await people.revise(staff('editor'), { id: ana.id, today, entry: details({ ...ana, email: 'nova@primer.rs' }) })).done, false);
    assert.deepEqual(await kindsOf(ana.id), []);
    accepted(await people.revise(systemViewer, { id: ana.id, today, entry: details(ana) }));
    assert.deepEqual(await kindsOf(ana.id), []);
    accepted(await people.revise(systemViewer, { id: ana.id, today, entry: details({ ...ana, email: 'nova@primer.rs' }) }));
    assert.deepEqual(await kindsOf(ana.id), [['addressChanged', ana.email]]);
    await aside(async (db) => {
      await db.delete(outbox);
      await tellOldAddress(db, ana.id, '"ana iz gradske"@primer.rs');
    });
    assert.deepEqual(await kindsOf(ana.id), [], 'an address that no letter could reach is told nothing, and is no fault');
  });

  test('with mail an invitation goes by letter and is shown to nobody; where it could not go, the next link is shown', async () => {
    const boss = await employ('admin'); // while links are still shown
    await aside((db) => db.delete(outbox));
    process.env.MAIL_FROM = 'povelja@povelja.example';
    try {
      const admin = asAdmin(boss);
      const outcome = await people.invite(systemViewer, { entry: invitation({}) });
      assert.ok(outcome.done && outcome.value.secret === null);
      const { id } = outcome.value;
      assert.equal(await isLinkStuck(admin, id), false);
      const [row] = await reader().select().from(outbox).where(eq(outbox.personId, id));
      assert.equal((await lettersIn(admin, 'waits')).length, 1);
      assert.deepEqual(await lettersIn(staff('publisher'), 'waits'), []);
      const letter = await takeUp();
      assert.ok(letter && letter !== 'over' && letter.id === row!.id);
      await settle(letter.id, { fault: 'refused', reply: 550 });
      assert.deepEqual([await isLinkStuck(admin, id), await lettersInNeed(admin), await lettersInNeed(staff('editor'))], [true, 1, 0]);
      const again = await renewLink(systemViewer, { id });
      assert.ok(again.done && again.value.secret !== null, 'shown');
      assert.equal(await reader().$count(outbox), 1);
      for (const viewer of [visitor, staff('publisher')]) assert.equal((await release(viewer, row!.id)).done, false);
      const late = await release(admin, row!.id);
      assert.equal(!late.done && late.issues[0]?.rule, 'letterOver', 'its link is gone');
      assert.ok((await drop(admin, row!.id)).done);
      assert.equal(await lettersInNeed(admin), 0);
      const own = await ownLetters({ ...staff('editor'), id }, 'en');
      assert.equal(own[0]?.subject, 'Invitation to Povelja');
      assert.doesNotMatch(own[0]?.text ?? '', /sign-in\/link/);
    } finally {
      delete process.env.MAIL_FROM;
    }
  });
});
