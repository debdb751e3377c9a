import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import glossary from '#messages/glossary.json' with { type: 'json' };
import { words } from '#messages/words.ts';
import { glossaryIn } from '#messages/glossary-words.ts';

const written = readFileSync(new URL('../../docs/words.md', import.meta.url), 'utf8');

describe('the glossary of the help page', () => {
  test('is what docs/words.md says now (npx node messages/derive.ts writes it)', () => {
    assert.deepEqual(glossary, glossaryIn(written));
  });

  test('has the words of the office, and none of the code', () => {
    const all = glossary.flatMap((part) => part.words);
    assert.ok(all.length > 120);
    assert.ok(all.some(({ en, cyrillic, latin }) => en === 'tacit renewal' && cyrillic === 'прећутно продужење' && latin === 'prećutno produženje'));
    assert.ok(!all.some(({ en }) => en === 'narrow row'));
  });

  test('names each of its parts in every form', () => {
    for (const form of ['sr-Cyrl', 'sr-Latn', 'en'] as const) for (const { key } of glossary) assert.ok(words(form, 'help')(`parts.${key}`).length > 3);
  });
});
