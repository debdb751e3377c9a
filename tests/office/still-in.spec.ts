import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { Client } from 'pg';
import { reader } from '#db/client.ts';
import { importRun } from '#db/schema/import-run.ts';
import { organisation } from '#db/schema/organisation.ts';
import { grantOfRight } from '#db/schema/person.ts';
import { session } from '#db/schema/session.ts';
import { runById } from '#office/bulk/read.ts';
import { confirmRun, goOn, openRun } from '#office/bulk/write.ts';
import { confirm as confirmImport } from '#office/import/write.ts';
import { takeIn } from '#office/import/running.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { draft, publish, revise } from '#office/organisation/write.ts';
import { endAll } from '#office/person/own-session.ts';
import { staffBySecret } from '#office/person/session.ts';
import * as people from '#office/person/write.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { verbs } from '#server/jobs/importing.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, ledger, parsed, refusedWith } from '../verbs.ts';
import { brought, person, rowsIn } from './import-ground.ts';
import { details, employ, give, ownersHand, revokeAs, secretOf, today, type Known } from './person-ground.ts';

const database = useFreshDatabase();
const byHand = ownersHand(() => database.url());
const ended = [':sessionEnded'];

const entry = (name = randomUUID()) => parsed(organisationEntry, { 'name.sr-Cyrl': [`Проба ${name}`], 'name.en': ['Sample'], kind: ['ngo'] });
const entered = async () => accepted(await draft(systemViewer, { entry: entry() }));

/** Somebody as his request has read him; what is done to him afterwards, his viewer does not know. */
async function reading(role: 'editor' | 'publisher' | 'admin'): Promise<Known & { viewer: Staff }> {
  const known = await employ(role);
  const viewer = await staffBySecret(await secretOf(known.email), today);
  assert.ok(viewer?.sessionHash && viewer.confirmed);
  return { ...known, viewer };
}

const deactivated = async ({ id }: { id: string }) => void accepted(await people.deactivate(systemViewer, { id, today }));

describe('what is under way when somebody’s access ends', () => {
  before(() => employ('admin')); // so that another one is the last

  test('is refused inside its transaction, whatever it is: entering, saving, publishing, giving a role', async () => {
    const [editor, publisher, admin, colleague] = [await reading('editor'), await reading('publisher'), await reading('admin'), await employ('editor')];
    const id = await entered();
    for (const one of [editor, publisher, admin]) await deactivated(one);
    const roles = () => reader().$count(grantOfRight, eq(grantOfRight.personId, colleague.id));
    const held = await roles();
    await refusedWith(() => draft(editor.viewer, { entry: entry() }), 403, ended);
    await refusedWith(() => revise(editor.viewer, { id, version: 1, entry: entry() }), 403, ended);
    await refusedWith(() => publish(publisher.viewer, { id }), 403, ended);
    await refusedWith(() => give(admin.viewer, colleague.id, { role: ['publisher'] }), 403, ended);
    await refusedWith(() => publish(publisher.viewer, { id: randomUUID() }), 403, ended); // and learns nothing of what is there
    assert.equal(await roles(), held);
    const events = await byHand("select count(*)::int as many from security_event where kind = 'refused' and status = 403 and actor_id = any($1)", [[editor.id, publisher.id, admin.id]]);
    assert.deepEqual(events, [{ many: 5 }]);
  });

  test('also where a role went or came, the account’s last day is put into the past, or everything was signed out', async () => {
    const id = await entered();
    const ways: ((who: Awaited<ReturnType<typeof reading>>) => Promise<unknown>)[] = [
      async (who) => accepted(await revokeAs(systemViewer, who.id, 'publisher')),
      async (who) => accepted(await give(systemViewer, who.id, { role: ['editor'], noun: ['project'] })),
      async (who) => accepted(await people.revise(systemViewer, { id: who.id, today, entry: details(who, { expiresOn: ['2026-11-20'] }) })),
      (who) => endAll(who.viewer),
    ];
    for (const [at, end] of ways.entries()) {
      const who = await reading('publisher');
      await end(who);
      assert.equal(await reader().$count(session, eq(session.id, who.viewer.sessionHash!)), 1);
      await refusedWith(() => publish(who.viewer, { id }), 403, ended).catch((fault: unknown) => assert.fail(`way ${at}: ${String(fault)}`));
    }
    const stays = await reading('publisher');
    accepted(await people.revise(systemViewer, { id: stays.id, today, entry: details(stays, { expiresOn: ['2026-12-20'] }) }));
    accepted(await publish(stays.viewer, { id }));
  });

  test('also where it waited for the record meanwhile', async () => {
    const publisher = await reading('publisher');
    const id = await entered();
    const other = new Client({ connectionString: database.url() });
    await other.connect();
    try {
      await other.query('begin');
      await other.query('select from organisation where id = $1 for update', [id]);
      const waits = refusedWith(() => publish(publisher.viewer, { id }), 403, ended).catch((fault: unknown) => fault);
      await waiting();
      await byHand('update session set ended_at = now() where person_id = $1', [publisher.id]);
      await other.query('rollback');
      assert.equal(await waits, undefined);
    } finally {
      await other.end();
    }
    const [row] = await reader().select({ publication: organisation.publication }).from(organisation).where(eq(organisation.id, id));
    assert.equal(row?.publication, 'draft');
  });

  test('a request that was answered before its access ended gets that answer again', async () => {
    const editor = await reading('editor');
    const requestId = randomUUID();
    const id = accepted(await draft(editor.viewer, { entry: entry(), requestId }));
    await deactivated(editor);
    assert.deepEqual(await draft(editor.viewer, { entry: entry(), requestId }), { done: true, value: { id, repeated: true } });
  });

  test('nothing waits for the question: while a change is under way its session can be seen and ended', async () => {
    const publisher = await reading('publisher');
    const id = await entered();
    const { change } = await import('#office/change.ts');
    accepted(await change(publisher.viewer, { action: 'organisation.publish', table: organisation, id }, async (pen) => {
      await byHand(`set lock_timeout = 500; update session set seen_at = now() where id = '${publisher.viewer.sessionHash}'; update session set ended_at = now() where id = '${publisher.viewer.sessionHash}'`);
      await pen.revise(organisation, {});
    }));
  });
});

describe('work on many records', () => {
  test('stops where the access of whoever does it ends; the records that are left wait, with nothing said of them', async () => {
    const publisher = await reading('publisher');
    const ids = [await entered(), await entered(), await entered(), await entered()];
    const opened = await openRun(publisher.viewer, { register: 'partners', verb: 'publish', ids });
    const run = await confirmRun(publisher.viewer, accepted(opened), {});
    assert.ok(run.done);
    let done = 0;
    const outcome = await goOn(publisher.viewer, run.value, async (id, requestId) => {
      if (done === 2) await deactivated(publisher);
      done += 1;
      return publish(publisher.viewer, { id, requestId });
    }, 60_000);
    assert.deepEqual(outcome, { done: false, status: 403, issues: [{ field: '', rule: 'sessionEnded' }] });
    assert.deepEqual((await runById(publisher.viewer, run.value.id))?.results, [{}, {}]);
    assert.deepEqual(await standings(ids), ['published', 'published', 'draft', 'draft']);
  });

  test('an import stops between its batches and within one; rows that are left wait and are not called wrong', async () => {
    for (const after of [3, 25]) {
      const bringer = await person('editor');
      const id = await brought(bringer, 'organisation', ['Назив,Врста', ...Array.from({ length: 40 }, (_, at) => `Увезена ${after}-${at},ngo`)].join('\n'));
      accepted(await confirmImport(bringer, { id, entry: { rest: 'good' } }));
      let taken = 0;
      const counting = { ...verbs, organisation: { ...verbs.organisation, draft: async (...given: Parameters<typeof verbs.organisation.draft>) => {
        if (taken === after) await deactivated(bringer);
        taken += 1;
        return verbs.organisation.draft(...given);
      } } };
      await takeIn(counting, { today: () => today, rest: 0 });
      await takeIn(counting, { today: () => today, rest: 0 });
      const rows = await rowsIn(id);
      assert.equal(rows.filter(({ enteredAt }) => enteredAt).length, after);
      assert.equal(rows.filter(({ verdict }) => verdict === 'wrong').length, 0);
      const [run] = await reader().select({ state: importRun.state }).from(importRun).where(eq(importRun.id, id));
      assert.equal(run?.state, 'stopped');
      assert.equal(Number((await byHand('select count(*) as many from change where actor_id = $1 and action = $2', [bringer.id, 'organisation.draft']))[0]?.many), after);
    }
  });

  test('a role that goes in the middle of a batch of an import ends it there; one that comes, or is given for something else, only has it read anew', async () => {
    const ways: [after: number, end: (who: Staff) => Promise<unknown>, many: number][] = [
      [3, async (who) => accepted(await revokeAs(systemViewer, who.id, 'editor')), 3],
      [0, async (who) => accepted(await revokeAs(systemViewer, who.id, 'editor')), 0],
      [5, async (who) => accepted(await give(systemViewer, who.id, { role: ['editor'], noun: ['project'] })), 30],
    ];
    for (const [at, [after, end, many]] of ways.entries()) {
      const bringer = await person('editor');
      const id = await brought(bringer, 'organisation', ['Назив,Врста', ...Array.from({ length: 30 }, (_, row) => `Усред серије ${at}-${row},ngo`)].join('\n'));
      accepted(await confirmImport(bringer, { id, entry: { rest: 'good' } }));
      let taken = 0;
      const ending = { ...verbs, organisation: { ...verbs.organisation, draft: async (...given: Parameters<typeof verbs.organisation.draft>) => {
        if (taken === after) await end(bringer);
        taken += 1;
        return verbs.organisation.draft(...given);
      } } };
      for (let turn = 0; turn < 3; turn += 1) await takeIn(ending, { today: () => today, rest: 0 });
      assert.equal((await rowsIn(id)).filter(({ enteredAt }) => enteredAt).length, many, `way ${at}`);
      assert.equal(Number((await byHand('select count(*) as many from change where actor_id = $1 and action = $2', [bringer.id, 'organisation.draft']))[0]?.many), many);
    }
  });

  test('an import goes by the roles that its bringer holds when each batch begins', async () => {
    const bringer = await person('editor');
    const id = await brought(bringer, 'organisation', ['Назив,Врста', ...Array.from({ length: 30 }, (_, at) => `Без улоге ${at},ngo`)].join('\n'));
    accepted(await confirmImport(bringer, { id, entry: { rest: 'good' } }));
    accepted(await revokeAs(systemViewer, bringer.id, 'editor'));
    const [changes = 0] = await ledger();
    await takeIn(verbs, { today: () => today, rest: 0 });
    assert.equal((await rowsIn(id)).filter(({ enteredAt }) => enteredAt).length, 0);
    assert.equal((await ledger())[0], changes + 1); // that the import ended
  });
});

async function standings(ids: readonly string[]): Promise<string[]> {
  const rows = await reader().select({ id: organisation.id, publication: organisation.publication }).from(organisation);
  return ids.map((id) => rows.find((row) => row.id === id)?.publication ?? '');
}

/** Until some transaction stands before a lock. */
async function waiting(): Promise<void> {
  for (let asked = 0; asked < 200; asked += 1) {
    const [row] = await byHand("select count(*)::int as many from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()");
    if (Number(row?.many) > 0) return;
  }
  assert.fail('nobody waits');
}
