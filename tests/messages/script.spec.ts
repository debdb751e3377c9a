import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasControlCharacters } from '#messages/script.ts';

test('what a reader cannot see is found', () => {
  for (const text of ['a\0b', 'a\u202eb', 'a\u2066b', '\ufeffa', '\ud800', 'a\u0007', 'a\u200f']) {
    assert.ok(hasControlCharacters(text), JSON.stringify(text));
  }
  for (const text of ['два\nреда\tи табулатор\r\n', 'Niš – „Ниш“ 🙂', '']) assert.equal(hasControlCharacters(text), false, JSON.stringify(text));
});
