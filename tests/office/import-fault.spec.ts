import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { eq, like, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import { organisation } from '#db/schema/organisation.ts';
import { countsOf, importById } from '#office/import/read.ts';
import { takeIn } from '#office/import/running.ts';
import { confirm } from '#office/import/write.ts';
import { verbs } from '#server/jobs/importing.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted } from '../verbs.ts';
import { brought, person, rowsIn, today } from './import-ground.ts';

const program = path.join(import.meta.dirname, 'import-kill.ts');

describe('an import that is broken off', () => {
  const database = useFreshDatabase();
  test('by a fault that nobody foresaw holds up no other: the tables behind it are judged and taken in', async () => {
    const who = await person('editor');
    const csv = (name: string) => ['Назив,Врста', ...Array.from({ length: 3 }, (_, at) => `${name} ${at},ngo`)].join('\n');
    const [broken, sound] = [await brought(who, 'organisation', csv('Квар')), await brought(who, 'organisation', csv('Исправно'))];
    for (const id of [broken, sound]) accepted(await confirm(who, { id, entry: {} }));
    const faulty = { ...verbs, organisation: { ...verbs.organisation, draft: (...given: Parameters<typeof verbs.organisation.draft>) => (
      JSON.stringify(given[1].entry).includes('Квар') ? Promise.reject(new Error('unforeseen')) : verbs.organisation.draft(...given)) } };
    await assert.rejects(takeIn(faulty, { today: () => today, rest: 0 }), /unforeseen/);
    assert.deepEqual([(await countsOf(broken)).entered, (await countsOf(sound)).entered], [0, 3]);
    await takeIn(verbs, { today: () => today, rest: 0 });
    assert.equal((await countsOf(broken)).entered, 3, 'and is gone on with once it is mended');
  });

  const entered = () => reader().$count(organisation, like(organisation.slug, 'pad-%'));

  test('killed three times in the middle of 300 rows and gone on with by two instances at once, every row is one record', async () => {
    const who = await person('editor');
    const id = await brought(who, 'organisation', ['Назив,Врста', ...Array.from({ length: 300 }, (_, at) => `Пад ${at},ngo`)].join('\n'));
    accepted(await confirm(who, { id, entry: {} }));
    for (const atLeast of [20, 90, 180]) await killOnce(atLeast);
    const half = await entered();
    assert.ok(half >= 180 && half < 300, `${half} rows stood when the last process was killed`);
    await Promise.all([takeIn(verbs, { today: () => today, rest: 0 }), takeIn(verbs, { today: () => today, rest: 0 })]);
    // Whoever did not get hold of it leaves it to the other.
    await takeIn(verbs, { today: () => today, rest: 0 });
    assert.equal(await entered(), 300);
    const { entered: rows, waiting } = await countsOf(id);
    assert.deepEqual([rows, waiting, (await importById(who, id))?.state], [300, 0, 'done']);
    const held = await rowsIn(id);
    assert.equal(new Set(held.map(({ recordId }) => recordId)).size, 300);
    const { rows: [told] } = await reader().execute<{ changes: number; records: number }>(sql`
      select count(*)::int as changes, count(distinct ${change.recordId})::int as records from ${change} join import_row r on r.id = ${change.requestId} where r.import_id = ${id}`);
    assert.deepEqual(told, { changes: 300, records: 300 });
    const [one] = await reader().select({ actor: change.actorId }).from(change).where(eq(change.requestId, held[0]!.id));
    assert.equal(one?.actor, who.id);
  });

  /** Begins a process and kills it as soon as so many rows stand. */
  async function killOnce(atLeast: number): Promise<void> {
    const child = fork(program, [database.url()], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const gone = once(child, 'exit');
    while (await entered() < atLeast && child.exitCode === null) await wait(5);
    child.kill('SIGKILL');
    const [, signal] = await gone;
    assert.equal(signal, 'SIGKILL', 'the process had ended before it was killed');
  }
});
