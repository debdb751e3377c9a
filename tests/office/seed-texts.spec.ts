import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toLatin } from '#messages/latin.ts';
import facts from '#office/seed/facts.json' with { type: 'json' };
import * as codes from '#office/seed/codes.ts';
import { agreementTexts, undatedSignature } from '#office/seed/texts/agreements.ts';
import { membershipTexts } from '#office/seed/texts/memberships.ts';
import { milestoneTexts } from '#office/seed/texts/milestones.ts';
import { networkTexts } from '#office/seed/texts/networks.ts';
import { organisationTexts } from '#office/seed/texts/organisations.ts';
import { programmeTexts } from '#office/seed/texts/programmes.ts';
import { projectTexts } from '#office/seed/texts/projects.ts';
import { officeRecords } from '#office/seed/texts/source.ts';
import { localText } from '#office/seed/texts/text.ts';
import type { Texts } from '#office/seed/texts/text.ts';

/** Words that Cyrillic prose may hold in Latin script: names, acronyms and a standard that have no other form. */
const latinInCyrillic = [
  'AVEC', 'ECAD', 'Energy Cities', 'EXCHANGE 2', 'GIZ', 'GTZ', 'ISO 22000', 'ORA Jug', 'RSEDP 2', 'TRANSPOWER',
];

const registers = [
  { noun: 'organisations', texts: organisationTexts, codes: codes.organisationCodes, ids: idsOf(facts.organisations) },
  { noun: 'networks', texts: networkTexts, codes: codes.networkCodes, ids: idsOf(facts.networks) },
  { noun: 'memberships', texts: membershipTexts, codes: codes.membershipCodes, ids: idsOf(facts.networks) },
  { noun: 'programmes', texts: programmeTexts, codes: codes.programmeCodes, ids: idsOf(facts.programmes) },
  { noun: 'projects', texts: projectTexts, codes: codes.projectCodes, ids: idsOf(facts.projects) },
  { noun: 'agreements', texts: agreementTexts, codes: codes.agreementCodes, ids: idsOf(facts.agreements) },
  { noun: 'milestones', texts: milestoneTexts, codes: codes.milestoneCodes, ids: idsOf(facts.milestones) },
];

/** Every text of the starting records with the path at which it is written. */
const all: { at: string; texts: Texts }[] = [
  ...registers.flatMap(({ noun, texts }) => textsWithin(texts, noun)),
  { at: 'agreements.undatedSignature', texts: undatedSignature },
  { at: 'source', texts: officeRecords },
];

describe('texts of the starting records', () => {
  for (const register of registers) {
    test(`each of the ${register.noun} in the facts has its texts and its code, and no others have`, () => {
      assert.deepEqual(Object.keys(register.texts).toSorted(), register.ids.toSorted());
      assert.deepEqual(Object.keys(register.codes).toSorted(), register.ids.toSorted());
    });
  }

  test('a code is given once and carries no year', () => {
    const given = registers.flatMap((register) => Object.values(register.codes));
    assert.equal(new Set(given).size, given.length);
    for (const code of given) assert.match(code, /^NI-[A-Z]{3}-\d{3}$/);
  });

  test('every text is there in Serbian and in English', () => {
    for (const { at, texts } of all) {
      assert.ok(texts.origin === 'sr-Latn' ? texts.latn : texts.sr, `${at}: no Serbian`);
      assert.ok(texts.en, `${at}: no English`);
    }
  });

  test('Cyrillic holds no Latin letters outside the allowed names', () => {
    for (const { at, texts } of all) {
      const rest = latinInCyrillic.reduce((text, name) => text.replaceAll(name, ''), texts.sr ?? '');
      assert.doesNotMatch(rest, /\p{Script=Latin}/u, at);
    }
  });

  test('no word mixes scripts, and Latin forms hold no Cyrillic', () => {
    for (const { at, texts } of all) {
      for (const word of (texts.sr ?? '').match(/\p{L}+/gu) ?? []) {
        assert.ok(!(/\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word)), `${at}: ${word}`);
      }
      for (const text of [texts.latn, texts.en, ...Object.values(texts.other ?? {})]) {
        assert.doesNotMatch(text ?? '', /\p{Script=Cyrillic}/u, at);
      }
    }
  });

  test('Cyrillic uses Serbian letters only', () => {
    for (const { at, texts } of all) {
      assert.doesNotMatch((texts.sr ?? '').replace(/[а-ик-шђјљњћџ]/giu, ''), /\p{Script=Cyrillic}/u, at);
    }
  });

  test('the voice of the office: no exclamation marks, the right quotes, no stray spaces, sane lengths', () => {
    for (const { at, texts } of all) {
      for (const text of formsOf(texts)) {
        assert.doesNotMatch(text, /[!"']|\s\s|^\s|\s$| - /u, at);
        assert.ok(text.length >= 2 && text.length <= 320, `${at}: ${text.length} letters`);
      }
      assert.equal(countOf(texts.sr, '„'), countOf(texts.sr, '“'), `${at}: Serbian quotes do not close`);
      assert.doesNotMatch(texts.sr ?? '', /[”‘’]/u, at);
      assert.doesNotMatch(texts.en ?? '', /[„“”]/u, at);
    }
  });

  test('no agreement is called an international treaty', () => {
    for (const { at, texts } of all) {
      assert.doesNotMatch(formsOf(texts).join(' '), /међународн\p{L}* уговор|treaty/iu, at);
    }
  });

  test('names stand exactly as the facts publish or propose them', () => {
    for (const { at, names, texts } of namedRecords()) {
      const latin = texts.latn ?? toLatin(texts.sr ?? '');
      const published = names.as_published ?? {};
      for (const form of ['sr-Cyrl', 'sr-Latn', 'en'] as const) {
        const name = published[form];
        if (name === undefined) continue;
        const [ours, key] = form === 'sr-Cyrl' ? [texts.sr, 'sr' as const] : form === 'en' ? [texts.en, 'en' as const] : [latin, 'latn' as const];
        assert.equal(ours, name, `${at}: ${form}`);
        assert.ok(texts.published?.includes(key), `${at}: ${form} is published and not marked so`);
      }
      for (const key of texts.published ?? []) {
        assert.ok(published[key === 'sr' ? 'sr-Cyrl' : key === 'latn' ? 'sr-Latn' : 'en'], `${at}: ${key} was never published`);
      }
      if (names.proposed.en !== undefined) assert.equal(texts.en, names.proposed.en, `${at}: proposed English`);
      if (names.proposed['sr-Cyrl'] !== undefined) assert.equal(texts.sr, names.proposed['sr-Cyrl'], `${at}: proposed Cyrillic`);
      for (const tag of ['de', 'fr'] as const) {
        if (published[tag] !== undefined) assert.equal(texts.other?.[tag], published[tag], `${at}: ${tag}`);
      }
    }
  });

  test('components, results, objectives and themes are as many as in the facts', () => {
    for (const project of facts.projects) {
      const texts = projectTexts[project.id];
      assert.equal(texts?.components?.length ?? 0, project.components?.length ?? 0, `${project.id}: components`);
      assert.equal(texts?.results?.length ?? 0, project.expected_results_en?.length ?? 0, `${project.id}: results`);
      assert.equal(texts?.themes?.length ?? 0, project.themes_en?.length ?? 0, `${project.id}: themes`);
      assert.equal(texts?.places?.length ?? 0, project.area?.districts_sr.length ?? 0, `${project.id}: places`);
    }
    for (const programme of facts.programmes) {
      const texts = programmeTexts[programme.id];
      assert.equal(texts?.objectives?.length ?? 0, programme.objectives_en?.length ?? 0, `${programme.id}: objectives`);
    }
  });

  test('a published form counts as checked, a proposed one as a draft, and Latin is left to be computed', () => {
    const name = localText({ sr: 'општина Дољевац', en: 'Municipality of Doljevac', published: ['sr', 'latn'] });
    assert.deepEqual(name, {
      origin: 'sr-Cyrl',
      'sr-Cyrl': { text: 'општина Дољевац', state: 'checked' },
      en: { text: 'Municipality of Doljevac', state: 'draft' },
    });
  });
});

type Names = {
  as_published?: Partial<Record<'sr-Cyrl' | 'sr-Latn' | 'en' | 'de' | 'fr', string>>;
  proposed: Partial<Record<'sr-Cyrl' | 'sr-Latn' | 'en', string>>;
};

/** The names of the facts beside ours. Energy Cities goes by its own name here; its Serbian one stands second. */
function namedRecords(): { at: string; names: Names; texts: Texts }[] {
  return [
    ...facts.organisations.map(({ id, names }) => ({ at: id, names, texts: organisationTexts[id]?.name ?? {} })),
    ...facts.networks.map(({ id, names }) => ({
      at: id,
      names,
      texts: (id === 'energy-cities' ? networkTexts[id]?.otherNames?.[0]?.name : networkTexts[id]?.name) ?? {},
    })),
    ...facts.programmes.map(({ id, names }) => ({ at: id, names, texts: programmeTexts[id]?.name ?? {} })),
    ...facts.projects.map(({ id, names }) => ({ at: id, names, texts: projectTexts[id]?.title ?? {} })),
  ];
}

function idsOf(records: readonly { id: string }[]): string[] {
  return records.map((record) => record.id);
}

/** Texts are told by their own keys; everything else is a record or a list that holds some. */
function textsWithin(value: unknown, at: string): { at: string; texts: Texts }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value || 'sr' in value || 'latn' in value) return [{ at, texts: value as Texts }];
  return Object.entries(value).flatMap(([key, inner]) => textsWithin(inner, `${at}.${key}`));
}

function formsOf(texts: Texts): string[] {
  return [texts.sr, texts.latn, texts.en].filter((text) => text !== undefined);
}

function countOf(text: string | undefined, mark: string): number {
  return (text ?? '').split(mark).length - 1;
}
