import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { reader } from '#db/client.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { addDays } from '#office/agreement/days.ts';
import { belgradeToday } from '#messages/dates.ts';
import { textIn } from '#messages/local-text.ts';
import { deriveStale } from '#office/agreement/derive-stale.ts';
import { agreementById } from '#office/agreement/read.ts';
import { recordOldAct, strikeAct } from '#office/agreement/record-act.ts';
import { sign } from '#office/agreement/sign.ts';
import { always, standingDays } from '#office/agreement/standing-days.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { alarmsOf, englishOf } from '#office/agreement/watched.ts';
import { addParty, publish, revise, verify, withdraw } from '#office/agreement/write.ts';
import { aside } from '#office/change.ts';
import { parseEntry } from '#office/entry/parse.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationById } from '#office/organisation/read.ts';
import * as organisations from '#office/organisation/write.ts';
import type { Outcome } from '#office/outcome.ts';
import { systemViewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { anAct, anyFacts, days, facts } from './agreement-facts.ts';
import { drafted, editor, ground, oldAct, parsed, party, publisher, signature, today, wholeFields } from './agreement-ground.ts';

const reason = { origin: 'sr-Cyrl', 'sr-Cyrl': { text: 'проба', state: 'draft' } } as const;

describe('the days on which the standing turns', () => {
  const day = days();
  const some = anyFacts();

  const on = ({ from, standings }: ReturnType<typeof standingDays>, asked: string) => standings[from.findLastIndex((first) => first === always || first <= asked)];

  test('give for every day what the pure function says of it', () => {
    fc.assert(fc.property(some, fc.array(day, { minLength: 5, maxLength: 20 }), (held, asked) => {
      const turns = standingDays(held);
      const near = turns.from.slice(1).flatMap((first) => [addDays(first, -1), first, addDays(first, 1)]);
      const ahead = asked.map((one) => addDays(one, 36_500));
      for (const one of [...asked, ...near, ...ahead, '1900-01-01']) assert.equal(on(turns, one), standingOn(held, one).state, one);
    }), { numRuns: 800 });
  });

  test('begin before all days, ascend, and none repeats the standing before it', () => {
    fc.assert(fc.property(some, (held) => {
      const { from, standings } = standingDays(held);
      assert.equal(from[0], always);
      assert.equal(from.length, standings.length);
      assert.deepEqual(from.slice(1), from.slice(1).toSorted());
      assert.ok(standings.every((state, at) => state !== standings[at - 1]));
    }), { numRuns: 500 });
  });

  test('are few for an agreement that renews itself for ever', () => {
    const acts = [anAct('signature', '2020-01-01'), anAct('entry_into_force', '2020-02-01')];
    const tacit = facts({ acts, terms: { termMonths: 12, renewal: 'tacit', renewalMonths: 12, noticeMonths: 3 } });
    assert.deepEqual(standingDays(tacit), { from: [always, '2020-01-01', '2020-02-01'], standings: ['initiative', 'signed', 'in_force'] });
    const noticed = facts({ ...tacit, acts: [...acts, anAct('notice', '2022-12-01')] });
    assert.deepEqual(standingDays(noticed).from.slice(3), ['2022-12-01', '2024-02-01']);
  });
});

describe('the narrow row', () => {
  useEmptyDatabase();

  test('follows every verb in the same transaction, and a refusal leaves it alone', async () => {
    const { city, other, third } = await ground();
    const id = await drafted({ ...wholeFields(city, other), fields: ['economy', 'youth'] });
    await equalsTheRecord(id);
    const steps: (() => Promise<Outcome<unknown>>)[] = [
      () => revise(editor, { id, entry: parsed({ ...wholeFields(city, third), inForceRule: ['on_signature'], termMonths: ['12'], renewal: ['none'] }) }),
      () => addParty(editor, { id, entry: party({ organisationId: [other], side: ['them'], role: ['witness'] }) }),
      () => recordOldAct(editor, { id, entry: oldAct({ kind: ['council_decision'], 'on.year': ['2019'] }), today }),
      () => recordOldAct(editor, { id, entry: oldAct({ kind: ['signature'], 'on.year': ['2020'], 'on.month': ['5'] }), today }),
      () => publish(publisher, { id }),
      () => publish(publisher, { id }),
      async () => strikeAct(publisher, { id, entry: { actId: (await agreementById(editor, id, today))!.acts[0]!.id, reason: 'грешка' } }),
      () => verify(editor, { id, verification: 'checked', today }),
      () => withdraw(publisher, { id, reason }),
    ];
    const versions = [];
    for (const step of steps) {
      const before = await rowOf(id);
      const outcome = await step();
      if (!outcome.done) assert.deepEqual(await rowOf(id), before);
      await equalsTheRecord(id);
      versions.push((await rowOf(id)).version);
    }
    assert.deepEqual(versions, [2, 3, 4, 5, 6, 6, 7, 8, 9]);
  });

  test('a signature turns the standing from its day on', async () => {
    const { city, other } = await ground();
    const id = await drafted({ ...wholeFields(city, other), 'parties.0.signatory': ['П. П.'], ownerId: [] });
    for (const kind of ['drafting_started', 'text_agreed', 'council_decision', 'authorisation_to_sign']) {
      assert.ok((await recordOldAct(editor, { id, entry: oldAct({ kind: [kind], 'on.year': ['2023'], 'on.month': ['2'] }), today })).done);
    }
    const { parties } = (await agreementById(editor, id, today))!;
    assert.ok((await sign(editor, { id, entry: signature(parties[0]!.id), today })).done);
    await equalsTheRecord(id);
    assert.deepEqual([await standingInSql(id, '2023-11-30'), await standingInSql(id, '2023-12-01')], ['ready_to_sign', 'signed']);
  });

  test('holds the countries of the parties that the public may see, and follows each of them', async () => {
    const { city, other } = await ground();
    const id = await drafted(wholeFields(city, other));
    const entry = organisationOf('RS');
    assert.ok((await organisations.revise(systemViewer, { id: other, entry })).done);
    assert.deepEqual((await rowOf(id)).countries, ['RS']);
    assert.ok((await organisations.revise(systemViewer, { id: other, entry: organisationOf('BG') })).done);
    assert.ok((await organisations.revise(systemViewer, { id: city, entry })).done);
    assert.deepEqual((await rowOf(id)).countries, ['BG', 'RS']);
    assert.ok((await organisations.withdraw(systemViewer, { id: other, reason })).done);
    assert.deepEqual((await rowOf(id)).countries, ['RS']);
    assert.ok((await organisations.publish(systemViewer, { id: other })).done);
    await equalsTheRecord(id);
  });

  test('is derived anew at a start where it is missing, of an older version or of an older rule, and only there', async () => {
    const { city, other } = await ground();
    const ids = [await drafted(wholeFields(city, other)), await drafted(wholeFields(city, other)), await drafted(wholeFields(city, other)), await drafted(wholeFields(city, other))];
    assert.equal(await deriveStale(belgradeToday(new Date())), 0);
    await aside(async (db) => {
      await db.delete(agreementIndex).where(eq(agreementIndex.id, ids[0]!));
      await db.update(agreementIndex).set({ version: 0, type: 'annex' }).where(eq(agreementIndex.id, ids[1]!));
      await db.update(agreementIndex).set({ rule: 0, standings: ['expired'] }).where(eq(agreementIndex.id, ids[2]!));
      await db.update(agreementIndex).set({ writtenIn: '9000000000000' }).where(eq(agreementIndex.id, ids[3]!));
    });
    assert.equal(await deriveStale(belgradeToday(new Date())), 4);
    for (const id of ids) await equalsTheRecord(id);
    assert.equal(await deriveStale(belgradeToday(new Date())), 0);
  });

  test('is written by the app and read by the reader', async () => {
    await assert.rejects(async () => reader().execute(sql`delete from agreement_index`), (error: Error) => /permission denied/.test(String(error.cause)));
  });
});

async function rowOf(id: string) {
  const [row] = await reader().select().from(agreementIndex).where(eq(agreementIndex.id, id));
  assert.ok(row, 'no narrow row');
  return row;
}

/** All that the row holds is said by the record itself, read the long way. */
async function equalsTheRecord(id: string): Promise<void> {
  const record = (await agreementById(systemViewer, id, today))!;
  const { rule: _rule, writtenIn: _writtenIn, watchedFrom, watchedUntil, lacks: _lacks, partyIds, standingFrom: _from, standings: _standings, ...row } = await rowOf(id);
  const countries = await Promise.all(record.parties.map(async ({ organisationId }) => (await organisationById(systemViewer, organisationId))!));
  assert.deepEqual(row, {
    id, version: record.version, code: record.code, publication: record.publication, createdBy: record.createdBy, ownerId: record.ownerId, changedAt: record.changedAt,
    type: record.type, procedure: record.procedure, verification: record.verification, fields: record.fields,
    countries: [...new Set(countries.flatMap(({ country, publication }) => (country && publication === 'published' ? [country] : [])))].toSorted(),
    signedFrom: record.standing.signedOn?.earliest ?? null, signedTo: record.standing.signedOn?.latest ?? null,
    nameCyrl: textIn(record.title, 'sr-Cyrl'), nameLatn: textIn(record.title, 'sr-Latn'), nameEn: textIn(record.title, 'en'),
    mergedIntoId: record.mergedIntoId, english: englishOf([record.title, record.summary]), ...alarmsOf((await agreementById(systemViewer, id, belgradeToday(new Date())))!.standing),
  });
  assert.ok(watchedFrom <= belgradeToday(new Date()) || watchedFrom === always);
  assert.ok(watchedUntil >= belgradeToday(new Date()));
  assert.deepEqual(partyIds.toSorted(), [...new Set(record.parties.map(({ organisationId }) => organisationId))].toSorted());
  for (const day of ['1900-01-01', '2019-01-01', '2020-05-01', '2021-05-01', '2022-05-01', today]) {
    assert.equal(await standingInSql(id, day), (await agreementById(systemViewer, id, day))!.standing.state, day);
  }
}

async function standingInSql(id: string, day: string) {
  const [row] = await reader().select({ state: sql<string>`${agreementIndex.standings}[width_bucket(${day}::date, ${agreementIndex.standingFrom})]` }).from(agreementIndex).where(eq(agreementIndex.id, id));
  return row?.state;
}

function organisationOf(country: string) {
  const read = parseEntry(organisationEntry, { 'name.sr-Cyrl': ['Примерград'], 'name.en': ['Primergrad'], kind: ['local_government'], country: [country] });
  assert.ok(read.ok);
  return read.entry;
}
