import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasControlCharacters, mixedScript } from '#messages/script.ts';

test('a word of two scripts is found, with the letters that do not belong', () => {
  assert.deepEqual(mixedScript('Град Hиш'), { word: 'Hиш', letters: 'H' });
  assert.deepEqual(mixedScript('Sporаzum'), { word: 'Sporаzum', letters: 'а' });
});

test('words of either script beside each other are right, and so is a Serbian ending behind a hyphen', () => {
  for (const text of ['Мрежа ECAD', 'члан ECAD-а', 'Б40 и B40', 'niš ниш', '', '12.5 €']) assert.equal(mixedScript(text), null, text);
});

test('what a reader cannot see is found', () => {
  for (const text of ['a\0b', 'a\u202eb', 'a\u2066b', '\ufeffa', '\ud800', 'a\u0007', 'a\u200f']) {
    assert.ok(hasControlCharacters(text), JSON.stringify(text));
  }
  for (const text of ['два\nреда\tи табулатор\r\n', 'Niš – „Ниш“ 🙂', '']) assert.equal(hasControlCharacters(text), false, JSON.stringify(text));
});
