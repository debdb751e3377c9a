import { one, type PageProps } from '#app/shown.ts';
import { most } from '#office/import/import.ts';
import type { Issue } from '#office/outcome.ts';
import { limitInMegabytes } from './room.ts';
import { refusedStatuses, type RefusedStatus } from './refused.ts';

export type TableRefusal = { readonly status: RefusedStatus; readonly rule: string; readonly name?: string; readonly number?: number; readonly noun?: string };

/** Why a table was not taken, as the address of the page carries it. */
export function tableRefusedAt(desk: string, { status, rule, name, number, noun }: TableRefusal): string {
  const query = new URLSearchParams({ status: String(status), rule });
  if (name) query.set('name', [...name].slice(0, 60).join(''));
  if (number) query.set('number', String(number));
  if (noun) query.set('noun', noun.slice(0, 20));
  return `${desk}?${query}`;
}

/** The same read back; only what this door says is believed, since anybody can write an address. */
export function tableRefusal(query: Awaited<PageProps['searchParams']>): { status: RefusedStatus; issue: Issue } | null {
  const rule = one(query.rule) ?? '';
  const status = refusedStatuses.find((known) => String(known) === one(query.status));
  if (!status || !rules.has(rule)) return null;
  const number = /^\d{1,6}$/.test(one(query.number) ?? '') ? Number(one(query.number)) : 0;
  const max = rule === 'importTooManyColumns' ? most.columns : rule === 'importCellTooLong' ? most.cell : most.rows;
  return { status, issue: { field: rule === 'required' ? 'noun' : 'files', rule, values: { name: (one(query.name) ?? '').slice(0, 60), limit: limitInMegabytes(), max, line: number, row: number } } };
}

const rules = new Set([
  'tableKind', 'tableMissing', 'required', 'notAllowed', 'noRoom', 'uploadBroken', 'unavailable', 'fault', 'fileTooLarge', 'fileEmpty', 'fileMislabelled', 'fileBroken', 'fileLocked', 'fileMacros',
  'fileTooDeep', 'fileHarmful', 'scannerAway', 'importTooManyRows', 'importTooManyColumns', 'importNoHeadings', 'importEmpty', 'importCellTooLong', 'importBrokenAt',
]);
