import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import * as z from 'zod';
import { parseEntry } from '#office/entry/parse.ts';
import { catalogues } from '#messages/catalogue.ts';
import { corpus, kept } from '../corpus.ts';

// Every entry that any form may post, with every field that it has, found by looking: a new one is tried without anybody naming it here.
const root = path.resolve(import.meta.dirname, '../..');
const files = globSync('office/**/*entry.ts', { cwd: root }).toSorted();
const entries = (await Promise.all(files.map(async (file) => Object.entries(await import(path.join(root, file)) as Record<string, unknown>)
  .flatMap(([name, held]) => (held instanceof z.ZodType ? [{ name: `${file} ${name}`, schema: held }] : []))))).flat();

/** What is longer is tried by corpus.spec.ts; here it would be thousands of megabytes. */
const texts = corpus.filter(({ text }) => text.length < 30_000);

/** Read as it came and kept nowhere: what is compared with a secret, with ids of acts or with names in the code, and a path that is looked at where it is used. */
const raw = /^(password|oldPassword|newPassword|token|next|secondCode|known|take)$/;

/** A part of a date, which is judged whole and speaks through its year. */
const ofDate = /\.(day|month|year|edtf)$/;

describe('every entry', () => {
  test('is found', () => {
    assert.ok(files.length >= 18 && entries.length >= 45, `${files.length} files, ${entries.length} entries`);
    assert.ok(entries.reduce((sum, { schema }) => sum + fieldsOf(schema).length, 0) > 600);
  });

  for (const { name, schema } of entries) {
    test(`${name}: each field keeps each text to the letter, or says what is wrong with it`, () => {
      const rules = new Set<string>();
      for (const { field, leaf } of fieldsOf(schema)) {
        for (const { name: nasty, text, lost } of texts) {
          const said = `${nasty} in ${field}`;
          const began = performance.now();
          const whole = parseEntry(schema, { [field]: [text] });
          assert.ok(performance.now() - began < 1_000, `${said} takes its time`);
          if (!whole.ok) for (const { rule } of whole.issues) rules.add(rule);
          const read = leaf.safeParse(text);
          if (ofDate.test(field)) {
            if (lost) assert.ok(!whole.ok && whole.issues.some((issue) => issue.field === field.replace(/\w+$/, 'year')), `${said}: taken`);
            continue;
          }
          if (!read.success || raw.test(field)) continue;
          if (lost) assert.ok(!holds(read.data, text), `${said}: taken`);
          if (typeof read.data === 'string') assert.ok([kept(text), ''].includes(read.data) || !holds(texts, read.data), `${said}: altered to ${JSON.stringify(read.data).slice(0, 80)}`);
        }
      }
      const worded = (catalogues['sr-Cyrl'] as { issues: Record<string, string> }).issues;
      assert.deepEqual([...rules].filter((rule) => !(rule in worded)), [], 'issues without words');
    });
  }
});

type Field = { readonly field: string; readonly leaf: z.ZodType };
type Def = { readonly type: string; readonly shape?: Record<string, z.ZodType>; readonly element?: z.ZodType; readonly innerType?: z.ZodType; readonly in?: z.ZodType; readonly out?: z.ZodType };

/** The fields of a form that posts this entry, each with the schema that reads it: rows by their first, texts by their written forms. */
function fieldsOf(schema: z.ZodType, at: readonly string[] = []): Field[] {
  const group = groupIn(schema);
  if (group?.shape) return Object.entries(group.shape).flatMap(([key, inner]) => fieldsOf(inner, [...at, key]));
  if (group?.element) return fieldsOf(group.element, [...at, '0']);
  return at.length > 0 ? [{ field: at.join('.'), leaf: schema }] : [];
}

/** The object or the rows inside of what refines, turns or defaults them; null where there are none. */
function groupIn(schema: z.ZodType | undefined): Def | null {
  if (!schema) return null;
  const def = schema.def as unknown as Def;
  if (def.type === 'object' || def.type === 'array') return def;
  return groupIn(def.innerType) ?? groupIn(def.in) ?? groupIn(def.out);
}

function holds(held: unknown, text: string): boolean {
  return JSON.stringify(held)?.includes(JSON.stringify(text).slice(1, -1)) ?? false;
}
