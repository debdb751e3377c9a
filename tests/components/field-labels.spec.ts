import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { createElement } from 'react';
import { parts } from '#office/pointing.ts';
import { differences } from '#office/audit/difference.ts';
import { nouns, type Noun } from '#office/permission.ts';
import { tables } from '#office/tables.ts';
import { draw } from './drawing.ts';

const { useFieldLabel } = await import('#components/record/field-label.ts');

test('every column that a history tells of has a name in the words of the form, and none is told by its name in the code', () => {
  for (const noun of nouns) {
    const told = [tables[noun].table, ...parts[noun].map(({ table }) => table)].flatMap((table) => {
      const { name, columns } = getTableConfig(table as never);
      return differences(name, null, Object.fromEntries(columns.map((column) => [column.name, 'x'])));
    });
    // In Cyrillic, since in English a word may be that of the code.
    const labels = JSON.parse(draw(createElement(Labels, { noun, told })).replaceAll('&quot;', '"')) as string[];
    assert.deepEqual(told.flatMap(({ table, field }, place) => (labels[place]?.split(': ').includes(field) ? [`${table}.${field}`] : [])), [], noun);
  }
});

function Labels({ noun, told }: { noun: Noun; told: readonly { readonly table: string; readonly field: string }[] }) {
  const label = useFieldLabel(noun);
  return JSON.stringify(told.map(({ table, field }) => label(table, field)));
}
