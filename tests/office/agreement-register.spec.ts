import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { agreementTypes, procedures, standings } from '#office/agreement/agreement.ts';
import { belgradeToday } from '#messages/dates.ts';
import { columnsNow } from '#office/agreement/columns.ts';
import { deriveStale } from '#office/agreement/derive-stale.ts';
import { listAgreements, rowsHolding, type AgreementFilter } from '#office/agreement/list.ts';
import { agreementById } from '#office/agreement/read.ts';
import { recordOldAct } from '#office/agreement/record-act.ts';
import { draft, publish, verify, withdraw } from '#office/agreement/write.ts';
import { aside } from '#office/change.ts';
import { lookUp } from '#office/matching.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationById } from '#office/organisation/read.ts';
import * as organisations from '#office/organisation/write.ts';
import { systemViewer, visitor, type Viewer } from '#office/viewer.ts';
import { cooperationFields } from '#office/vocabulary.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed as parsedBy } from '../verbs.ts';
import { contributor, editor, oldAct, parsed, publisher, today } from './agreement-ground.ts';

const reason = { origin: 'sr-Cyrl', 'sr-Cyrl': { text: 'проба', state: 'draft' } } as const;
const verifications = ['unverified', 'checked', 'disputed'] as const;
const countries = ['RS', 'BG', 'DE'] as const;
const days = [null, '2019-05-07', '2019', '2020-11', '2021', '201X', '2020/2021', '../2019'] as const;
const slugs = ['grad-1', 'grad-2', 'grad-3', 'grad-4', 'grad-5'] as const;

describe('the register', () => {
  useEmptyDatabase();
  const ids: string[] = [];
  let mine = '';

  before(async () => {
    const city = accepted(await organisations.draft(systemViewer, { entry: anOrganisation('Ниш', 'RS'), given: { isSelf: true } }));
    accepted(await organisations.publish(systemViewer, { id: city }));
    const others: string[] = [];
    for (const [at] of slugs.entries()) {
      others.push(accepted(await organisations.draft(systemViewer, { entry: anOrganisation(`град ${at + 1}`, countries[at % 3]) })));
      if (at < 4) accepted(await organisations.publish(systemViewer, { id: others[at]! }));
    }
    // The same draws each time, so that a failure is seen again.
    for (const one of fc.sample(agreements, { numRuns: 40, seed: 7 })) ids.push(await enter(city, others, one));
    mine = accepted(await draft(contributor, { entry: parsed({ ...named('Својеручни'), type: ['annex'] }) }));
    ids.push(mine);
  });

  test('counts every facet as a plain count over the records does, for every viewer and every choice', async () => {
    const truths = new Map<Viewer, Truth[]>();
    for (const viewer of [visitor, editor, contributor]) truths.set(viewer, (await Promise.all(ids.map((id) => truth(viewer, id)))).filter((one) => one !== null));
    assert.ok(truths.get(visitor)!.length < truths.get(editor)!.length);
    await fc.assert(fc.asyncProperty(fc.constantFrom(visitor, editor, contributor), filters, async (viewer, filter) => {
      const all = truths.get(viewer)!;
      const years = new Set<number>(all.flatMap((one) => one.year));
      const asked = { ...filter, years: filter.years?.filter((year) => years.has(year)) };
      const list = await listAgreements(viewer, { ...filter, perPage: 100 }, today);
      assert.deepEqual(list.lines.map(({ id }) => id).toSorted(), all.filter((one) => facetNames.every((name) => admits[name](one, asked))).map(({ id }) => id).toSorted());
      assert.equal(list.total, list.lines.length);
      for (const name of facetNames) {
        const left = all.filter((one) => facetNames.every((other) => other === name || admits[other](one, asked)));
        const values = new Set(all.flatMap((one) => one[name].map(String)));
        const expected = [...values].map((value) => ({ value, count: left.filter((one) => one[name].map(String).includes(value)).length }));
        const counted = list.counts[name].map(({ value, count }) => ({ value, count })).filter(({ value }) => name !== 'party' || values.has(value));
        assert.deepEqual(counted.toSorted(byValue), expected.toSorted(byValue), name);
      }
      assert.equal(list.undated, all.filter((one) => one.undated && facetNames.every((name) => name === 'year' || admits[name](one, asked))).length);
    }), { numRuns: 150 });
  });

  test('knows which rows hold words from either side', async () => {
    const columns = await columnsNow();
    for (const q of ['својеручни', 'споразум', 'нема такве речи']) {
      const words = lookUp(q, 'agreement');
      assert.ok(words);
      const held = await rowsHolding({ ids: words.hits, are: true }, columns);
      assert.deepEqual(await rowsHolding({ ids: words.others, are: false }, columns), held, q);
      assert.equal(held[columns.places.get(mine) ?? -1], q === 'нема такве речи' ? 0 : 1);
    }
  });

  test('names no party that the viewer may not see, nor its country', async () => {
    const { counts, partiesInAll } = await listAgreements(visitor, {}, today);
    assert.ok(!counts.party.some(({ value }) => value === 'grad-5'));
    assert.equal(partiesInAll, counts.party.length);
    assert.deepEqual((await listAgreements(visitor, { parties: ['grad-5'] }, today)).unknown.party, ['grad-5']);
    assert.ok((await listAgreements(editor, {}, today)).counts.party.some(({ value }) => value === 'grad-5'));
  });

  test('shows a draft to its author and to editors, and a withdrawn one no longer to the public, at once', async () => {
    const sees = async (viewer: Viewer, id: string) => (await listAgreements(viewer, { perPage: 100 }, today)).lines.some((line) => line.id === id);
    assert.deepEqual([await sees(visitor, mine), await sees(contributor, mine), await sees(editor, mine)], [false, true, true]);
    const published = (await listAgreements(visitor, {}, today)).lines[0]!.id;
    const { total } = await listAgreements(visitor, {}, today);
    accepted(await withdraw(publisher, { id: published, reason }));
    assert.equal(await sees(visitor, published), false);
    assert.equal((await listAgreements(visitor, {}, today)).total, total - 1);
    accepted(await publish(publisher, { id: published }));
    assert.equal(await sees(visitor, published), true);
  });

  test('is ordered as asked, the same on every page, and a page past the end is the last', async () => {
    const all = async (filter: AgreementFilter) => (await listAgreements(editor, { ...filter, perPage: 100 }, today)).lines;
    for (const sort of ['changed', 'signed', 'title', 'code', 'nonsense']) {
      const whole = (await all({ sort, form: 'sr-Cyrl' })).map(({ id }) => id);
      const { pages } = await listAgreements(editor, { sort, form: 'sr-Cyrl', perPage: 7 }, today);
      const paged = [];
      for (let page = 1; page <= pages; page += 1) paged.push(...(await listAgreements(editor, { sort, form: 'sr-Cyrl', perPage: 7, page }, today)).lines.map(({ id }) => id));
      assert.deepEqual(paged, whole, sort);
      assert.equal(new Set(paged).size, ids.length);
      assert.equal((await listAgreements(editor, { sort, perPage: 7, page: 99_999 }, today)).page, pages);
    }
    assert.deepEqual((await all({ sort: 'changed' })).map(({ changedAt }) => -changedAt).toSorted((a, b) => a - b), (await all({})).map(({ changedAt }) => -changedAt));
    assert.deepEqual((await all({ sort: 'code' })).map(({ code }) => code), (await all({})).map(({ code }) => code).toSorted());
    const titles = (await all({ sort: 'title', form: 'sr-Cyrl' })).map(({ title }) => title?.['sr-Cyrl']?.text ?? '');
    assert.deepEqual(titles, titles.toSorted(new Intl.Collator('sr-Cyrl').compare));
    const signed = (await all({ sort: 'signed' })).map(({ standing }) => standing.signedOn?.earliest ?? '');
    assert.deepEqual(signed, signed.toSorted().toReversed());
  });

  test('passes over no change that began before another and ended after it', async () => {
    const [slow, quick] = [ids[0]!, ids[1]!];
    const grants = async () => (await listAgreements(editor, { types: ['grant_contract'] }, today)).total;
    assert.equal(await grants(), 0);
    await aside(async (db) => {
      await db.update(agreementIndex).set({ type: 'grant_contract', writtenIn: sql`pg_current_xact_id()` }).where(eq(agreementIndex.id, slow));
      accepted(await verify(editor, { id: quick, verification: 'disputed', today }));
      assert.equal(await grants(), 0);
    });
    assert.equal(await grants(), 1);
    await aside((db) => db.update(agreementIndex).set({ version: 0 }).where(eq(agreementIndex.id, slow)));
    assert.equal(await deriveStale(belgradeToday(new Date())), 1);
    assert.equal(await grants(), 0);
  });

  test('finds what few, most and all of them hold', async () => {
    const found = async (q: string) => (await listAgreements(editor, { q, perPage: 100 }, today)).lines.map(({ id }) => id).toSorted();
    const records = await Promise.all(ids.map((id) => agreementById(editor, id, today)));
    const woods = records.flatMap((one) => (one?.title?.['sr-Cyrl']?.text === 'Шума' ? [one.id] : []));
    assert.ok(woods.length > 0 && woods.length < ids.length / 4);
    assert.deepEqual(await found('шума'), woods.toSorted());
    // A party whose own record is not public yet finds nothing.
    const withTowns = records.flatMap((one) => (one?.parties.some(({ organisation }) => organisation && !organisation.isSelf && organisation.slug !== slugs[4]) ? [one.id] : []));
    assert.ok(withTowns.length > ids.length / 2 && withTowns.length < ids.length);
    assert.deepEqual(await found('град'), withTowns.toSorted());
    assert.deepEqual(await found('agreement'), ids.toSorted());
  });

  test('tells what it does not know: a party or a year that no agreement has narrows nothing', async () => {
    const list = await listAgreements(visitor, { parties: ['nema-ga', 'grad-1'], years: [1234, 2019] }, today);
    assert.deepEqual(list.unknown, { party: ['nema-ga'], year: ['1234'] });
    assert.equal(list.total, (await listAgreements(visitor, { parties: ['grad-1'], years: [2019] }, today)).total);
    assert.equal((await listAgreements(visitor, { countries: ['JP'] }, today)).total, 0);
    for (const q of ['"', "' OR 1=1 --", '\u202e<>&|!:*()', '%_\\', 'а'.repeat(10_000), '\0']) assert.equal(typeof (await listAgreements(visitor, { q }, today)).total, 'number', q);
    assert.equal((await listAgreements(visitor, { q: 'никакав "такав споразум' }, today)).total, 0);
  });
});

type Truth = NonNullable<Awaited<ReturnType<typeof truth>>>;
const facetNames = ['type', 'standing', 'party', 'country', 'field', 'year', 'procedure', 'verification'] as const;

/** What the record itself says, read the long way. */
async function truth(viewer: Viewer, id: string) {
  const record = await agreementById(viewer, id, today);
  if (!record) return null;
  const others = record.parties.flatMap(({ organisation }) => (organisation && !organisation.isSelf ? [organisation] : []));
  const seats = await Promise.all(record.parties.map(({ organisationId }) => organisationById(systemViewer, organisationId)));
  const { signedOn, state } = record.standing;
  const [first, last] = [signedOn?.earliest?.slice(0, 4), signedOn?.latest?.slice(0, 4)];
  return {
    id, type: [record.type ?? ''], standing: [state as string], procedure: record.procedure ? [record.procedure] : [], verification: [record.verification as string], field: record.fields,
    party: others.map(({ slug }) => slug),
    country: [...new Set(seats.flatMap((one) => (one && !one.isSelf && one.publication === 'published' && one.country ? [one.country] : [])))],
    year: first && first === last ? [Number(first)] : [], undated: !signedOn, first: first ?? '0000', last: last ?? '9999',
  };
}

const among = <T>(chosen: readonly T[] | undefined, held: readonly T[]) => !chosen?.length || held.some((value) => chosen.includes(value));

const admits: Record<(typeof facetNames)[number], (one: Truth, filter: AgreementFilter) => boolean> = {
  type: (one, { types }) => among(types as readonly string[] | undefined, one.type),
  standing: (one, { standings: chosen }) => among(chosen as readonly string[] | undefined, one.standing),
  party: (one, { parties }) => among(parties, one.party),
  country: (one, filter) => among(filter.countries, one.country),
  field: (one, { fields }) => among(fields, one.field),
  procedure: (one, filter) => among(filter.procedures as readonly string[] | undefined, one.procedure),
  verification: (one, filter) => among(filter.verifications as readonly string[] | undefined, one.verification),
  year(one, { years, from, to, undated }) {
    const spans = from !== undefined || to !== undefined;
    if (!years?.length && !spans) return !undated || one.undated;
    if (one.undated) return undated ?? false;
    return among(years, one.year) && Number(one.last) >= (from ?? 0) && Number(one.first) <= (to ?? 9999);
  },
};

const some = <T>(values: readonly T[]) => fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary: fc.subarray([...values], { minLength: 1, maxLength: 2 }), weight: 1 });
const year = fc.option(fc.integer({ min: 2008, max: 2023 }), { nil: undefined, freq: 2 });
const filters: fc.Arbitrary<AgreementFilter> = fc.record({
  types: some(agreementTypes.slice(0, 4)), standings: some(standings.filter((state) => state !== 'renewed')), parties: some(slugs.slice(0, 4)), countries: some(countries),
  fields: some(cooperationFields.slice(0, 4)), years: some([2019, 2020, 2021, 1900]), procedures: some(procedures), verifications: some(verifications), from: year, to: year,
  undated: fc.constantFrom(undefined, false, true),
});

const agreements = fc.record({
  title: fc.constantFrom('Љубав', 'Његош', 'Џак', 'Ђурђевак', 'Шума', 'Чаша', 'Ћуп', 'Жаба', 'Азбука'),
  type: fc.constantFrom(...agreementTypes.slice(0, 4)), procedure: fc.constantFrom(...procedures), fields: fc.subarray(cooperationFields.slice(0, 4)), parties: fc.subarray([0, 1, 2, 3, 4], { minLength: 1, maxLength: 3 }),
  signed: fc.option(fc.constantFrom(...days), { nil: undefined, freq: 4 }), termMonths: fc.constantFrom('', '6', '120'), rule: fc.constantFrom('', 'on_signature'),
  published: fc.boolean(), verification: fc.constantFrom(...verifications),
});
type Drawn = typeof agreements extends fc.Arbitrary<infer T> ? T : never;

async function enter(city: string, others: readonly string[], one: Drawn): Promise<string> {
  const parties = one.parties.map((at, place) => ({ [`parties.${place + 1}.organisationId`]: [others[at]!], [`parties.${place + 1}.side`]: ['them'], [`parties.${place + 1}.role`]: ['signatory'] }));
  const id = accepted(await draft(systemViewer, { entry: parsed({
    ...named(one.title), type: [one.type], procedure: [one.procedure], fields: one.fields, termMonths: [one.termMonths], renewal: ['none'], inForceRule: [one.rule],
    'parties.0.organisationId': [city], 'parties.0.side': ['us'], ...Object.assign({}, ...parties) as object,
  }) }));
  if (one.signed !== undefined) accepted(await recordOldAct(systemViewer, { id, entry: oldAct({ kind: ['signature'], 'on.edtf': one.signed ? [one.signed] : [] }), today }));
  if (one.published) accepted(await publish(systemViewer, { id }));
  if (one.verification !== 'unverified') accepted(await verify(systemViewer, { id, verification: one.verification, today }));
  return id;
}

function named(title: string) {
  return { 'title.sr-Cyrl': [title], 'title.en': ['Agreement'], 'sources.0.title.sr-Cyrl': ['Архива'] };
}

function anOrganisation(name: string, country: string | undefined) {
  return parsedBy(organisationEntry, { 'name.sr-Cyrl': [name], 'name.en': [name], kind: ['local_government'], country: [country ?? ''] });
}

function byValue(a: { value: string }, b: { value: string }): number {
  return a.value < b.value ? -1 : 1;
}
