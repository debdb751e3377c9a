import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createElement } from 'react';
import { columnLabel } from '#office/import/column.ts';
import { columnsOf } from '#office/import/columns.ts';
import { guess } from '#office/import/guess.ts';
import type { FormValues, Issue } from '#office/outcome.ts';
import { draw } from './drawing.ts';

const { MapColumns, openAtOnce } = await import('#components/import/map-columns.tsx');
const { FaceContext } = await import('#components/form-face.ts');
const known = columnsOf('agreement');
const choices = known.map((column) => ({ key: column.key, label: columnLabel(column, 'sr-Cyrl') }));

test('a table that the register gave says what each column fills, and offers no list', () => {
  const headings = choices.map(({ label }) => label);
  const html = drawn(headings, mappedBy(headings));
  assert.equal(html.split('<option').length - 1, 0);
  assert.deepEqual([...html.matchAll(/<input type="hidden" name="columns\.c(\d+)" value="([^"]*)"/g)].map(([, at, key]) => [Number(at), key]), known.map(({ key }, at) => [at, key]));
  assert.ok(tagsOf(html) < headings.length * 12, `${tagsOf(html)} elements`);
});

test('a column that was not recognised offers the fields; so does one whose change was asked for, or in which something is wrong', () => {
  const headings = ['Назив', 'Нешто треће', 'Врста'];
  const offered = (values: FormValues, issues: readonly Issue[] = []) => [...drawn(headings, values, issues).matchAll(/<select[^>]* id="columns\.c(\d)"/g)].map(([, at]) => Number(at));
  const values = mappedBy(headings);
  assert.deepEqual(offered(values), [1]);
  assert.deepEqual(offered({ ...values, 'columns.c2.rows': ['1'] }), [1, 2]);
  assert.deepEqual(offered(values, [{ field: 'columns.c0', rule: 'twice' }]), [0, 1]);
  assert.match(drawn(headings, { ...values, 'columns.c2.rows': ['1'] }), /<option value="type" selected="">/);
});

test('of a wide table that says nothing known, a dozen columns offer the fields, and the others when they are asked to', () => {
  const headings = Array.from({ length: 80 }, (_, at) => `непознато ${at}`);
  const html = drawn(headings, mappedBy(headings));
  assert.equal(html.split('<select').length - 1, openAtOnce);
  assert.equal([...html.matchAll(/<button[^>]* value="columns\.c\d+"/g)].length, headings.length - openAtOnce);
  assert.equal([...html.matchAll(/name="columns\.c\d+"/g)].length, headings.length);
});

/** The fields of the form as the page of the import lays them down. */
function mappedBy(headings: readonly string[]): FormValues {
  const mapping = guess('agreement', headings);
  return Object.fromEntries(headings.map((heading, at) => [`columns.c${at}`, known.filter(({ key }) => mapping[key] === heading).map(({ key }) => key)]));
}

function drawn(headings: readonly string[], values: FormValues, issues: readonly Issue[] = []): string {
  const face = { noun: 'import', values, issues, theirs: null, take: () => undefined, cameBack: false };
  const words = { caption: 'Колоне', column: 'Колона', fills: 'Поље', sample: 'Пример', none: 'не уноси се', change: 'Промени' };
  const columns = headings.map((heading) => ({ heading, label: `Поље за „${heading}“`, change: `Промени „${heading}“`, samples: ['а', 'б', 'в'] }));
  return draw(createElement(FaceContext, { value: face }, createElement(MapColumns, { columns, choices, words })));
}

function tagsOf(html: string): number {
  return html.split('<').length - 1 - (html.split('</').length - 1);
}
