import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { WrittenForm } from '#messages/local-text.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { draft, publish } from '#office/organisation/write.ts';
import { search } from '#office/search/read.ts';
import type { FormValues } from '#office/outcome.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, parsed } from '../verbs.ts';

/** What a reader types, and the code of a record that must be found by it. */
const pairs: readonly (readonly [query: string, code: string])[] = [
  // Scripts, case and diacritics.
  ['Ниш', 'NI-MRE-006'], ['Niš', 'NI-MRE-006'], ['nis', 'NI-MRE-006'], ['НИШ', 'NI-PRO-001'], ['гаџин хан', 'NI-ORG-014'], ['gadžin han', 'NI-ORG-014'], ['GADZIN HAN', 'NI-ORG-014'],
  ['УСАИД', 'NI-ORG-005'], ['usaid', 'NI-ORG-005'], ['међуопштинска', 'NI-MOS-001'], ['međuopštinska', 'NI-MOS-001'], ['medjuopstinska', 'NI-MOS-001'], ['Мерошина', 'NI-ORG-013'], ['merosina', 'NI-ORG-013'],
  // Ђ, Đ, Dj.
  ['Ђердап', 'Ђ'], ['Đerdap', 'Ђ'], ['Djerdap', 'Ђ'], ['DJERDAPU', 'Ђ'], ['наслеђе', 'NI-MRE-003'], ['nasledje', 'NI-MRE-003'],
  // Inflections.
  ['Нишу', 'NI-MRE-006'], ['Нишом', 'NI-PRO-004'], ['споразума', 'NI-SAR-001'], ['споразуми', 'NI-SAR-001'], ['споразумом', 'NI-MOS-001'], ['мрежама', 'NI-MRE-002'], ['mrežom', 'NI-MRE-002'],
  ['пројеката', 'NI-PRO-004'], ['projektima', 'NI-PRO-004'], ['градови', 'NI-PRO-005'], ['gradovima', 'NI-MRE-002'], ['меморандуми', 'NI-MOR-001'], ['memoranduma', 'NI-MOR-001'], ['програму', 'NI-PRG-001'],
  ['развојем', 'NI-PRO-004'], ['међународног', 'NI-ORG-005'], ['одрживим', 'NI-PRO-004'], ['конференцији', 'NI-MRE-008'], ['opstinama', 'NI-MRE-008'], ['Дољевца', 'NI-MOS-001'], ['Урбан институтом', 'NI-SAR-001'], ['дрогама', 'NI-MRE-004'], ['бугарске', 'NI-PRG-001'], ['razvojem', 'NI-PRO-004'],
  // Beginnings.
  ['општ', 'NI-MRE-008'], ['opst', 'NI-ORG-012'], ['мемор', 'NI-MOR-001'], ['спораз', 'NI-SAR-001'], ['transp', 'NI-PRO-002'], ['истор градов', 'NI-MRE-006'], ['exch', 'NI-PRO-001'],
  // English, in one form and another.
  ['network of cities', 'NI-MRE-002'], ['agreements', 'NI-SAR-001'], ['city against drug', 'NI-MRE-004'], ['municipality', 'NI-ORG-012'], ['cheese', 'NI-PRO-003'], ['developing', 'NI-PRO-004'],
  // What a word means: countries in any form and language, years, kinds, types.
  ['Немачка', 'NI-ORG-004'], ['немачкој', 'NI-ORG-004'], ['Germany', 'NI-ORG-004'], ['Nemačke', 'NI-PRO-002'], ['САД', 'NI-ORG-011'], ['Шведској', 'NI-MRE-004'], ['2007', 'NI-MRE-004'], ['прекретнице Niš 2007', 'NI-PRK-002'], ['memorandum of understanding', 'NI-MOR-001'],
  // Codes, phrases, other names.
  ['NI-MOS-001', 'NI-MOS-001'], ['ni mos 001', 'NI-MOS-001'], ['„градови против дрога“', 'NI-MRE-004'], ['"European cities against drugs"', 'NI-MRE-004'], ['Institut der Regionen Europas', 'NI-MRE-001'], ['gtz', 'NI-ORG-004'],
];

/** What must not be found. */
const strangers: readonly (readonly [query: string, code: string])[] = [
  ['споразум', 'NI-MRE-004'], ['„дрога против“', 'NI-MRE-004'], ['„споразуми“', 'NI-SAR-001'], ['мрежа дрога', 'NI-MRE-001'], ['Немачка', 'NI-ORG-005'], ['сир', 'NI-MRE-008'], ['usaid', 'NI-MRE-001'], ['2007', 'NI-MRE-005'],
  ['Шпанија', 'NI-ORG-004'], ['opštinar', 'NI-ORG-012'], ['енергетска ефикасност Ниш', 'NI-MRE-004'], ['gradska', 'NI-ORG-001'], ['Niš', 'NI-ORG-001'],
];

/** A slip of the hand, and the line that is offered for it. */
const slips: readonly (readonly [query: string, meant: string, form?: WrittenForm])[] = [
  ['sporazun', 'Споразум'], ['мржа', 'мрежа'], ['usiad', 'УСАИД'], ['memorandun', 'Memorandum', 'sr-Latn'], ['мерашина', 'Мерошина'], ['naledd', 'НАЛЕД'], ['netwrok', 'network', 'en'],
];

describe('search forgives', () => {
  useFreshDatabase();
  let gorge = '';

  before(async () => {
    gorge = accepted(await draft(systemViewer, { entry: parsed(organisationEntry, {
      'name.sr-Cyrl': ['Национални парк Ђердап'], 'name.en': ['Iron Gates National Park'], 'description.sr-Cyrl': ['Парк на Дунаву.'], 'description.en': ['A park on the Danube.'], kind: ['other'], country: ['RS'],
    } satisfies FormValues) }));
    accepted(await publish(systemViewer, { id: gorge }));
  });

  for (const [query, code] of pairs) {
    test(`„${query}“ finds ${code}`, async () => {
      const found = await foundBy(query);
      assert.ok(found.some((hit) => (code === 'Ђ' ? hit.id === gorge : hit.code === code)), found.map((hit) => hit.code).join(' '));
    });
  }

  for (const [query, code] of strangers) {
    test(`„${query}“ does not find ${code}`, async () => {
      assert.ok(!(await foundBy(query)).some((hit) => hit.code === code));
    });
  }

  for (const [query, meant, form = 'sr-Cyrl'] of slips) {
    test(`„${query}“ may mean „${meant}“`, async () => {
      const found = await search(visitor, { q: query, chosen: nothing, form }, today);
      assert.deepEqual([found?.total, found?.offers.meant?.toLowerCase()], [0, meant.toLowerCase()]);
      assert.ok(((await search(visitor, { q: meant, chosen: nothing, form }, today))?.total ?? 0) > 0);
    });
  }

  test('names come before prose, the whole name before a part of it, the word as typed before another form', async () => {
    const order = async (query: string) => (await foundBy(query)).map(({ code }) => code);
    assert.equal((await order('energy cities'))[0], 'NI-MRE-005');
    assert.equal((await order('Урбан институт'))[0], 'NI-ORG-011');
    const usaid = await order('usaid');
    assert.equal(usaid[0], 'NI-ORG-005');
    assert.ok(usaid.indexOf('NI-MOR-001') < usaid.indexOf('NI-MRE-007'));
  });

  test('marks stand in the original, whatever script was asked in', async () => {
    const [hit] = await foundBy('urban institutom');
    assert.equal(marksOf(hit?.title), 'Урбан институтом|Урбан|институт');
    const latin = await search(visitor, { q: 'Нишу', chosen: { ...nothing, type: ['network'] }, form: 'sr-Latn' }, today);
    const passage = latin?.groups[0]?.hits[0]?.passage;
    assert.deepEqual(passage?.segments.filter(({ marked }) => marked).map(({ text }) => text), ['Niša']);
    assert.equal(passage?.lang, 'sr-Latn-RS');
  });

  test('what was found in another language is shown in it', async () => {
    const found = await search(visitor, { q: 'Regionen', chosen: nothing, form: 'en' }, today);
    assert.deepEqual(found?.groups[0]?.hits.map(({ code, passage }) => [code, passage?.lang, passage?.segments.find(({ marked }) => marked)?.text]), [['NI-MRE-001', 'de', 'Regionen']]);
  });

  test('a record that a country brought says so', async () => {
    const found = await search(visitor, { q: 'Немачкој', chosen: { ...nothing, type: ['partner'] }, form: 'sr-Cyrl' }, today);
    assert.deepEqual(found?.groups[0]?.hits[0]?.names[0]?.segments, [{ text: 'Немачка', marked: true }]);
  });

  test('where words are found only apart, each is offered alone', async () => {
    const found = await search(visitor, { q: 'сиреви дрога', chosen: nothing, form: 'sr-Cyrl' }, today);
    assert.deepEqual([found?.total, found?.offers], [0, { meant: null, fewer: ['сиреви', 'дрога'] }]);
  });
});

const today = '2026-03-01';
const nothing = { type: [], country: [], year: [], verification: [] };

async function foundBy(q: string) {
  const found = await search(visitor, { q, chosen: nothing, perPage: 100, form: 'sr-Cyrl' }, today);
  return found?.groups.flatMap(({ hits }) => hits) ?? [];
}

function marksOf(text: { segments: readonly { text: string; marked: boolean }[] } | null | undefined): string {
  const marked = text?.segments.filter((one) => one.marked).map((one) => one.text) ?? [];
  return [marked.join(' '), ...marked.map((word) => word.replace(/ом$/, ''))].join('|');
}
