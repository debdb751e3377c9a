import type { WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import { columnLabel, type Column } from './column.ts';
import { columnsOf } from './columns.ts';
import { exampleOf } from './example.ts';
import type { ImportNoun } from './import.ts';

/** A table to be filled in: its headings, one row for example, and a line of explanation for each column. */
export type Template = {
  readonly headings: readonly string[]; readonly example: readonly string[];
  readonly explained: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };
};

const mostCodes = 40;

/** The template of a noun in the words of one written form. */
export function templateOf(noun: ImportNoun, form: WrittenForm): Template {
  const columns = columnsOf(noun);
  const say = words(form, 'import.template');
  return {
    headings: columns.map((column) => columnLabel(column, form)),
    example: columns.map((column) => exampleOf(column, form)),
    explained: {
      headings: [say('column'), say('must'), say('what'), say('codes')],
      rows: columns.map((column) => [columnLabel(column, form), column.needed ? say('ifNew') : say('no'), words(form, 'import.holds')(column.holds), codesIn(column, form)]),
    },
  };
}

/** Every code with its word; of a long list, such as the countries, whichever a table would name by itself. */
function codesIn({ codes }: Column, form: WrittenForm): string {
  if (!codes) return '';
  const shown = codes.of.slice(0, mostCodes).map((code) => `${code} = ${codes.word(code, form)}`);
  return [...shown, ...(codes.of.length > mostCodes ? ['…'] : [])].join('; ');
}

/** Under which names a template is found: `agreement.csv`. */
export function templateNamed(name: string): { noun: string; kind: 'csv' | 'xlsx' } | null {
  const [, noun = '', kind] = /^([a-z]+)\.(csv|xlsx)$/.exec(name) ?? [];
  return kind === 'csv' || kind === 'xlsx' ? { noun, kind } : null;
}

