import type { ImportIssue, ImportVerdict } from '#db/schema/import-run.ts';
import { textIn } from '#messages/local-text.ts';
import { parseEntry } from '#office/entry/parse.ts';
import { cityId } from '#office/organisation/read.ts';
import type { FormValues } from '#office/outcome.ts';
import { permits, wayOf, type Action } from '#office/permission.ts';
import type { Referred } from '#office/referred.ts';
import type { Reference } from '#office/reference.ts';
import { settingNow } from '#office/setting/read.ts';
import type { Staff } from '#office/viewer.ts';
import { cellOf, filledColumns, type Filled, type Mapped, type Row } from './cells.ts';
import { cellFault, first, severalIn, type Found, type LookUp, type Reading, type Unknown } from './column.ts';
import { columnCovering, columnsOf, entryOf } from './columns.ts';
import { candidatesInWords, identityOf, namesOfRow } from './identity.ts';
import { lookUp, type Asked, type LookedUp } from './look-up.ts';
import { match } from './match.ts';
import { faultsOfActs } from './acts-brought.ts';
import type { ProposeRule } from './import.ts';
import { colleaguesFor } from './person-columns.ts';
import { fieldsOfEntry, lookedAtAs } from './row-columns.ts';
import type { Stood } from './stood.ts';

export type Judged = {
  readonly rowNumber: number; readonly verdict: ImportVerdict; readonly issues: ImportIssue[]; readonly identity: string | null;
  readonly stood: Stood | null; readonly values: FormValues; readonly entry: unknown; readonly unknown: readonly Unknown[];
};

/**
 * Judges rows as the noun's own form and verbs would: by its schema, by what the person may name and may change, on the
 * ISO day `today`. Nothing is written.
 */
export async function judge(viewer: Staff, table: Mapped, rows: readonly Row[], today: string): Promise<Judged[]> {
  const filled = filledColumns(table);
  const found = await lookUp(viewer, rows.flatMap((row) => askedBy(table, filled, row)));
  const colleague = await colleaguesFor(viewer, filled.filter(({ column }) => column.holds === 'person').flatMap(({ at }) => rows.map(({ cells }) => cells[at] ?? '')));
  const ground: Ground = { viewer, colleague, table, filled, today, found, city: table.noun === 'membership' ? await cityId(viewer) : null, office: { four_eyes: await settingNow('four_eyes') } };
  const judged: Judged[] = [];
  for (let from = 0; from < rows.length; from += atOnce) judged.push(...await Promise.all(rows.slice(from, from + atOnce).map((row) => judgeOne(ground, row))));
  return judged;
}

const atOnce = 4;

type Ground = { viewer: Staff; table: Mapped; filled: readonly Filled[]; today: string; found: LookedUp; city: string | null; colleague: Reading['colleague']; office: { four_eyes: boolean } };

function askedBy({ noun }: Mapped, filled: readonly Filled[], row: Row): Asked[] {
  const cell = (key: string) => cellOf(filled, row, key);
  const named = filled.flatMap(({ column, at }) => textsOf(column.lookUp, row.cells[at] ?? '').map((text) => ({ noun: column.lookUp?.noun as Referred, text })));
  return [...named, ...[cell('code'), ...namesOfRow(noun, cell)].filter(Boolean).map((text) => ({ noun, text }))];
}

function textsOf(lookedUp: LookUp | undefined, cell: string): string[] {
  if (!lookedUp || !cell) return [];
  return lookedUp.holds === 'several' ? severalIn(cell) : [cell];
}

async function judgeOne(ground: Ground, row: Row): Promise<Judged> {
  const { viewer, table: { noun }, filled, today, found, city } = ground;
  const cell = (key: string) => cellOf(filled, row, key);
  const base: FormValues = city ? { memberId: [city] } : {};
  const alone = readCells(ground, row, base, []);
  const wordsFor = (those: readonly Reference[]) => candidatesInWords(those, ({ name }) => textIn(name, viewer.writtenForm));
  const matched = await match({ viewer, noun, today, found, wordsFor }, { code: cell('code'), names: namesOfRow(noun, cell), values: alone.values, unknown: alone.unknown });
  const blank = { rowNumber: row.rowNumber, unknown: alone.unknown, entry: null };
  if ('fault' in matched) return { ...blank, verdict: 'wrong', stood: null, values: alone.values, identity: null, issues: oncePerCell([...alone.issues, issueAt(ground, matched.field, matched.fault)]) };
  const { stood, byOtherName } = matched;
  const { values, issues, unknown } = stood ? readCells(ground, row, stood.values, byOtherName ? ['name'] : []) : alone;
  const parsed = parseEntry(entryOf[noun], fieldsOfEntry(values));
  const all = [...issues, ...(parsed.ok ? [] : parsed.issues.map(({ field, ...fault }) => issueAt(ground, columnCovering(columnsOf(noun), field, values)?.key ?? field, fault)))];
  all.push(...faultsOfActs(noun, stood, values, today).map(({ field, ...fault }) => issueAt(ground, columnCovering(columnsOf(noun), field, values)?.key ?? field, fault)));
  if (noun === 'membership' && !first(values, 'networkId') && unknown.length === 0) all.push(issueAt(ground, 'networkId', { rule: 'required' }));
  const differs = stood === null || unknown.length > 0 || changedColumns(filled, stood.values, values).length > 0;
  const action = `${noun}.${stood ? 'revise' : 'draft'}` as Action;
  const right = differs ? faultOfRight(ground, action, stood) : null;
  if (right) all.push({ field: '', heading: null, rule: right });
  const verdict = all.length > 0 ? 'wrong' : stood === null ? 'new' : differs ? 'changes' : 'same';
  const said = identityOf(noun, values, unknown);
  return { ...blank, unknown, verdict, stood, values, identity: stood ? `id ${stood.id}` : said && `new ${said}`, entry: parsed.ok ? parsed.entry : null, issues: oncePerCell(all) };
}

/** A table proposes nothing: whoever may only propose the change does so in the record's own form. Null where the row may be taken in. */
function faultOfRight({ viewer, table: { noun }, office }: Ground, action: Action, stood: Stood | null): 'notAllowed' | ProposeRule | null {
  if (!stood) return permits(viewer, action, null) ? null : 'notAllowed';
  const way = wayOf(viewer, action, noun, stood.subject, office);
  if (way === 'act') return null;
  if (way === null) return 'notAllowed';
  return permits(viewer, action, stood.subject) ? 'fourEyesPropose' : 'importPropose';
}

/** The fields that the cells of a row say over those that stand; an empty cell says nothing. */
function readCells({ viewer, table, filled, found, colleague }: Ground, row: Row, base: FormValues, passedOver: readonly string[]) {
  let values = base;
  const [issues, unknown]: [ImportIssue[], Unknown[]] = [[], []];
  for (const { column, heading, at } of filled) {
    const cell = row.cells[at] ?? '';
    if (!cell || passedOver.includes(column.key)) continue;
    const read = cellFault(cell) ?? column.read(cell, { values, find: (text) => findOne(text, column.lookUp), waits: () => unknown.length > 0, colleague });
    if ('fields' in read) values = { ...values, ...read.fields };
    else issues.push({ field: column.key, heading, ...read });
  }
  return { values, issues, unknown };

  function findOne(text: string, wanted: LookUp | undefined): Found {
    if (!wanted) return { rule: 'notFound' };
    const all = found(wanted.noun, text);
    const those = wanted.kind ? all.filter(({ kind }) => kind === wanted.kind) : all;
    const [one, other] = those;
    if (other) return { rule: 'importAmbiguous', values: { text: text.slice(0, 60), candidates: candidatesInWords(those, ({ name }) => textIn(name, viewer.writtenForm)) } };
    if (one) return { id: one.id };
    if (all.length > 0) return { rule: 'notANetwork' };
    if (wanted.noun !== 'organisation' || !table.entersUnknown || !permits(viewer, 'organisation.draft', null)) return { rule: 'importUnknown', values: { text: text.slice(0, 60) } };
    unknown.push({ text, kind: wanted.kind ?? 'other' });
    return 'coming';
  }
}

/** The columns whose cell the record would no longer be written by. */
export function changedColumns(filled: readonly Filled[], before: FormValues, after: FormValues): Filled[] {
  const writing = { form: null, record: (id: string) => ({ id, code: id }) as Reference, person: (id: string) => id };
  const stood = lookedAtAs(before, after);
  return filled.filter(({ column }) => column.key !== 'code' && column.write(stood, writing) !== column.write(after, writing));
}

function issueAt({ table }: Ground, field: string, { rule, values }: { rule: string; values?: Readonly<Record<string, string | number>> }): ImportIssue {
  return { field, heading: table.mapping[field] ?? null, rule, ...(values ? { values: { ...values } } : {}) };
}

/** What is wrong with a cell itself stands before what follows from it. */
function oncePerCell(issues: readonly ImportIssue[]): ImportIssue[] {
  return issues.filter((one, place) => !one.field || issues.findIndex(({ field }) => field === one.field) === place);
}
