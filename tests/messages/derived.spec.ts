import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { catalogues } from '#messages/catalogue.ts';
import { deriveLatin, faultWords, latinMessage, type Messages } from '#messages/derive.ts';
import fault from '#messages/fault.json' with { type: 'json' };
import { oddities } from '#messages/oddity.ts';

const cyrillic = flat(catalogues['sr-Cyrl']);
const latin = flat(catalogues['sr-Latn']);
const english = flat(catalogues.en);
const ownScript = new Set(['site.forms.sr-Cyrl', 'site.forms.sr-Latn', 'site.forms.en']);

test('sr-Latn.json is what messages/derive.ts makes of sr-Cyrl.json today', () => {
  assert.deepEqual(catalogues['sr-Latn'], deriveLatin(catalogues['sr-Cyrl']));
});

test('fault.json holds what the catalogues say today', () => {
  for (const form of ['sr-Cyrl', 'sr-Latn', 'en'] as const) assert.deepEqual(fault[form], faultWords(catalogues[form]));
});

test('the derivation leaves arguments, keywords and tags alone', () => {
  assert.equal(
    latinMessage("{број, select, један {Љ} other {<em>{n, plural, =0 {ништа} one {# дан} other {# дана}}</em> '{'џ'}'}}"),
    "{број, select, један {Lj} other {<em>{n, plural, =0 {ništa} one {# dan} other {# dana}}</em> '{'dž'}'}}",
  );
});

test('English has the keys that Serbian has, and the arguments', () => {
  assert.deepEqual([...english.keys()].toSorted(), [...cyrillic.keys()].toSorted());
  for (const [key, message] of cyrillic) {
    const other = english.get(key) ?? '';
    assert.deepEqual(argumentsOf(parse(other)), argumentsOf(parse(message)), key);
  }
});

test('every message says something in every form', () => {
  for (const messages of [cyrillic, latin, english]) {
    for (const [key, message] of messages) assert.notEqual(message.trim(), '', key);
  }
});

test('a plural has every category of its language', () => {
  for (const [messages, categories] of [[cyrillic, ['one', 'few', 'other']], [english, ['one', 'other']]] as const) {
    for (const [key, message] of messages) {
      for (const options of pluralsOf(parse(message))) {
        for (const category of categories) assert.ok(options.includes(category), `${key} lacks ${category}`);
      }
    }
  }
});

test('no word mixes the scripts', () => {
  for (const [face, messages] of [['sr-Cyrl', cyrillic], ['sr-Latn', latin], ['en', english]] as const) {
    for (const [key, message] of messages) {
      for (const text of textsOf(parse(message))) assert.deepEqual(oddities(text, face).filter(({ text: word }) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word)), [], `${key}: ${text}`);
    }
  }
});

test('Latin and English stand in Latin letters', () => {
  for (const messages of [latin, english]) {
    for (const [key, message] of messages) {
      if (ownScript.has(key)) continue;
      for (const text of textsOf(parse(message))) assert.doesNotMatch(text, /\p{Script=Cyrillic}/u, key);
    }
  }
});

test('Serbian Cyrillic has no word of Serbian in Latin letters', () => {
  for (const [key, message] of cyrillic) {
    if (ownScript.has(key)) continue;
    for (const text of textsOf(parse(message))) assert.doesNotMatch(text, /[čćšžđ]/iu, key);
  }
});

test('quotation marks are those of the language', () => {
  for (const [key, message] of cyrillic) assert.doesNotMatch(message, /["”]/, key);
  for (const [key, message] of english) assert.doesNotMatch(message, /["„“”]/, key);
});

function flat(messages: Messages, path = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

function branches(element: MessageFormatElement): MessageFormatElement[][] {
  if (element.type === TYPE.plural || element.type === TYPE.select) return Object.values(element.options).map((option) => option.value);
  return element.type === TYPE.tag ? [element.children] : [];
}

/** Names of arguments and tags; those that Serbian needs for its gender may be absent from English. */
function argumentsOf(elements: MessageFormatElement[]): string[] {
  const names = elements.flatMap((element): string[] => {
    const own = element.type === TYPE.literal || element.type === TYPE.pound ? [] : [element.value];
    return [...own, ...branches(element).flatMap(argumentsOf)];
  });
  return [...new Set(names)].filter((name) => name !== 'gender').toSorted();
}

function pluralsOf(elements: MessageFormatElement[]): string[][] {
  return elements.flatMap((element) => [
    ...(element.type === TYPE.plural ? [Object.keys(element.options)] : []),
    ...branches(element).flatMap(pluralsOf),
  ]);
}

function textsOf(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => [
    ...(element.type === TYPE.literal ? [element.value] : []),
    ...branches(element).flatMap(textsOf),
  ]);
}
