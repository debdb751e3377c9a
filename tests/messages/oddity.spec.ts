import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { toLatin } from '#messages/latin.ts';
import { writtenForms } from '#messages/local-text.ts';
import { mend, oddities } from '#messages/oddity.ts';

const told = (text: string, face: Parameters<typeof oddities>[1]) => oddities(text, face).map(({ rule, text: odd, letters }) => [rule, odd, letters].filter(Boolean).join(' '));

describe('odd letters', () => {
  test('a Latin letter in a Cyrillic word is told and mended, and the other way round', () => {
    assert.deepEqual(told('Град Hиш', 'sr-Cyrl'), ['mixedLetters Hиш H']);
    assert.deepEqual(told('Sporаzum', 'sr-Latn'), ['mixedLetters Sporаzum а']);
    assert.deepEqual(told('Agreеment of the Сity', 'en'), ['mixedLetters Agreеment е', 'mixedLetters Сity С']);
    assert.equal(mend('Град Hиш', 'sr-Cyrl'), 'Град Ниш');
    assert.equal(mend('Agreеment of the Сity', 'en'), 'Agreement of the City');
    assert.equal(mend('ХII Скупштина', 'sr-Cyrl'), 'XII Скупштина');
  });

  test('a small word of twins is told in Cyrillic text; nobody sees that „o“ and „a“ are Latin', () => {
    assert.deepEqual(told('Споразум o сарадњи a и више', 'sr-Cyrl'), ['mixedLetters o o', 'mixedLetters a a']);
    assert.equal(mend('Споразум o сарадњи', 'sr-Cyrl'), 'Споразум о сарадњи');
    assert.equal(mend('The city а twin', 'en'), 'The city a twin');
  });

  test('a text in the other script is told whole, with what it may have meant', () => {
    assert.deepEqual(told('Nis', 'sr-Cyrl'), ['wrongFace Nis']);
    assert.equal(mend('Sporazum o saradnji', 'sr-Cyrl'), 'Споразум о сарадњи');
    assert.equal(mend('Ниш', 'sr-Latn'), 'Niš');
    assert.equal(mend('Energy Cities', 'sr-Cyrl'), 'Energy Cities', 'no Serbian word: only a person can tell');
    assert.deepEqual(told('Energy Cities', 'sr-Cyrl'), ['wrongFace Energy Cities']);
  });

  test('a Serbian Latin word in Cyrillic text and a Cyrillic one in Latin text are told', () => {
    assert.equal(mend('Споразум Града Niša', 'sr-Cyrl'), 'Споразум Града Ниша');
    assert.equal(mend('Agreement of Ниш', 'en'), 'Agreement of Niš');
  });

  test('signs that nobody sees are told by their numbers and taken out', () => {
    assert.deepEqual(told('Ни\u200Bш', 'sr-Cyrl'), ['unseenSigns \u200B U+200B']);
    assert.equal(mend('\uFEFFН\u202Eиш\u00AD', 'sr-Cyrl'), 'Ниш');
    assert.deepEqual(told('породица 👨\u200D👩', 'sr-Cyrl'), []);
  });

  test('a Serbian ending glued to an acronym gets its hyphen', () => {
    assert.equal(mend('члан USAIDа', 'sr-Cyrl'), 'члан USAID-а');
  });

  test('what belongs together is left alone', () => {
    const right = ['USAID', 'EU', 'Мрежа „CIVITAS“', 'члан ECAD-а', 'Споразум II', 'XIX седница', 'Видети www.ni.rs и https://ni.rs/споразум', 'пишите на kmr@ni.rs', 'ni.rs', 'Пројекат Energy Cities', 'Б40 и B40', '12.5 €', ''];
    for (const text of right) assert.deepEqual(told(text, 'sr-Cyrl'), [], text);
    for (const text of ['Agreement with Niš (NI-MOS-001)', 'Ćuprija i Đakovo', 'café']) for (const face of ['en', 'sr-Latn'] as const) assert.deepEqual(told(text, face), [], text);
  });
});

const serbian = fc.string({ unit: fc.constantFrom(...'абвгдђежзијклљмнњопрстћуфхцчџшАВЊ -„“1.,'), maxLength: 40 });
const either = fc.string({ unit: fc.constantFrom(...'абсхоНВАјabcxoHBAjšđqw \u200B\u200E-.,1@/'), maxLength: 30 });
const faces = fc.constantFrom('sr-Cyrl' as const, 'sr-Latn' as const, 'en' as const);

describe('for every text', () => {
  test('Serbian in its own script is never odd, nor is its transliteration', () => {
    fc.assert(fc.property(serbian, (text) => {
      assert.deepEqual(oddities(text, 'sr-Cyrl'), []);
      for (const face of ['sr-Latn', 'en'] as const) assert.deepEqual(oddities(toLatin(text), face), []);
    }));
  });

  test('what is told stands where it is said to stand, and mending twice is mending once', () => {
    fc.assert(fc.property(either, faces, (text, face) => {
      for (const { at, text: odd } of oddities(text, face)) assert.equal(text.slice(at, at + odd.length), odd);
      assert.equal(mend(mend(text, face), face), mend(text, face));
    }), { numRuns: 2_000 });
  });

  test('nothing that could be mended is left', () => {
    fc.assert(fc.property(either, faces, (text, face) => {
      for (const { text: odd, mended } of oddities(mend(text, face), face)) assert.equal(mended, odd);
    }), { numRuns: 2_000 });
  });
});

// What anybody may post is read before he is refused: a text made to be slow would hold up everybody else.
test('no text of the length that a field takes is slow to read, however it is made', () => {
  const pieces = ['a', 'а', ' ', '-', 'a.', 'a@', '1', 'а a ', 'а а ', 'č ', 'lj', '/', '://', 'www', 'ab-', 'X.', '\u0301', '\u200b', 'a\u200d', 'Љ', '\n'];
  for (const piece of pieces) {
    const text = `${piece.repeat(20_000 / piece.length - 1)}!`;
    for (const face of writtenForms) {
      const began = performance.now();
      oddities(text, face);
      mend(text, face);
      const took = performance.now() - began;
      assert.ok(took < 1_500, `${JSON.stringify(piece)} in ${face}: ${Math.round(took)} ms`);
    }
  }
  const began = performance.now();
  for (const face of writtenForms) assert.deepEqual(oddities('а a '.repeat(250_000), face), []);
  assert.ok(performance.now() - began < 100);
});
