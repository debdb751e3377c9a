import { parseFuzzyDate, type FuzzyDate } from '#office/fuzzy-date.ts';
import { nearInTime } from '#office/near-in-time.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Reference } from '#office/reference.ts';
import { first, rowsAt, type Unknown } from './column.ts';
import { keyOf } from './coded-columns.ts';
import { dateIn } from './date-columns.ts';
import type { ImportNoun } from './import.ts';

/** The names by which a row may know its record: the register is asked for them before the row is judged. */
export function namesOfRow(noun: ImportNoun, cellOf: (key: string) => string): string[] {
  const keys: Record<ImportNoun, readonly string[]> = {
    organisation: ['name', 'name.en'], agreement: ['title', 'title.en'], membership: [], milestone: ['title', 'title.en'],
    project: ['title', 'title.en', 'numbers.contract', 'numbers.iati', 'numbers.keep', 'numbers.cordis'],
  };
  return keys[noun].map(cellOf).filter((text) => keyOf(text) !== '');
}

/**
 * What two rows of one table, or a row and a record, have in common if they say the same thing; null where the row does not say enough.
 * First what they must share (`groundOf`), then what tells apart where both say it: a number, a day.
 * `unknown` are the organisations that the row names and the register does not know: they stand in no field yet.
 */
export function identityOf(noun: ImportNoun, values: FormValues, unknown: readonly Unknown[]): string | null {
  const name = keyOf(first(values, 'name.sr-Cyrl') || first(values, 'name.sr-Latn') || first(values, 'name.en'));
  const title = keyOf(first(values, 'title.sr-Cyrl') || first(values, 'title.sr-Latn') || first(values, 'title.en'));
  const coming = unknown.filter((one) => knowsBy(noun, one)).map(({ text, kind }) => `?${kind} ${keyOf(text)}`).toSorted();
  const said = (shared: readonly string[], ...apart: readonly string[]) => [[...shared, ...coming].join(' | '), ...apart].join(between);
  switch (noun) {
    case 'organisation': return name || null;
    case 'agreement': return title ? said([title, partiesOf(values).join(' ')], edtfOf(actIn(values, 'signature') ?? dateIn(values, 'validFrom')), keyOf(first(values, 'registryNo'))) : null;
    case 'membership': return first(values, 'networkId') || coming.length > 0 ? said([first(values, 'networkId'), first(values, 'memberId')], edtfOf(actIn(values, 'joined'))) : null;
    case 'project': return title ? said([title], first(values, 'phase'), keyOf(first(values, 'numbers.contract'))) : null;
    case 'milestone': return title ? said([title, ownersOf(values).join(' ')], dayOf(values)) : null;
  }
}

// In no key, number or date.
const between = ' ‖ ';

/** What two rows must share to be about one thing at all. */
export function groundOf(identity: string): string {
  return identity.split(between, 1)[0] ?? '';
}

/** Whether two rows of one ground may be about one thing: what would tell them apart only one of them says; or, of agreements, the dates are near, or the number is the same. */
export function isAlike(noun: ImportNoun, one: string, other: string): boolean {
  const [, ...mine] = one.split(between);
  const [, ...theirs] = other.split(between);
  const apart = mine.flatMap((said, at) => (said && theirs[at] && said !== theirs[at] ? [at] : []));
  if (noun !== 'agreement') return apart.length === 0;
  if (apart.includes(1)) return false;
  return !apart.includes(0) || (mine[1] !== '' && theirs[1] !== '') || nearInTime(parseFuzzyDate(mine[0] ?? ''), parseFuzzyDate(theirs[0] ?? '') ?? nobodyKnows);
}

const nobodyKnows = { earliest: null, latest: null };

/** Whether a record of this noun is known by an organisation that such a column names: an agreement by its parties, a membership by both. */
export function knowsBy(noun: ImportNoun, { kind }: Unknown): boolean {
  return noun === 'membership' || (noun === 'agreement' && kind === 'other');
}

/** Whether a record of the same name is the one that the row is about: of several agreements of one title, the one with these parties, of that time. */
export function isSame(noun: ImportNoun, row: FormValues, record: FormValues): boolean {
  switch (noun) {
    case 'organisation': return true;
    case 'agreement': return isSameAgreement(row, record);
    case 'membership': return !endedBefore(row, record) && !endedBefore(record, row);
    // The next phase of a project, and what another contract pays for, go under the title of the first.
    case 'project': return ['phase', 'numbers.contract'].every((field) => !differ(row, record, field));
    case 'milestone': return amongst(ownersOf(row), ownersOf(record)) && (dayOf(row) === '' || dayOf(record) === '' || dayOf(row) === dayOf(record));
  }
}

function isSameAgreement(row: FormValues, record: FormValues): boolean {
  if (differ(row, record, 'registryNo') || !amongst(partiesOf(row), partiesOf(record))) return false;
  const [mine, theirs] = [row, record].map((values) => [actIn(values, 'signature'), dateIn(values, 'validFrom')] as const);
  const numbered = first(row, 'registryNo') !== '' && first(record, 'registryNo') !== '';
  // Signatures are held against each other, and so are the beginnings; only where there is no other way one against the other.
  const place = mine?.findIndex((date, at) => date && theirs?.[at]) ?? -1;
  const [one, other] = place < 0 ? [mine?.find(Boolean), theirs?.find(Boolean)] : [mine?.[place], theirs?.[place]];
  return numbered || !one || !other || nearInTime(one, other);
}

/** Whether the first of two memberships was over before the second began. */
function endedBefore(one: FormValues, other: FormValues): boolean {
  const [ended, joined] = [actIn(one, 'ended'), actIn(other, 'joined')];
  return Boolean(ended?.latest && joined?.earliest && ended.latest < joined.earliest);
}

/** Of the memberships that a row may be about: those that began when it says, else those that run, else all of them. */
export function nearestMemberships<T extends { readonly values: FormValues }>(row: FormValues, records: readonly T[]): readonly T[] {
  const joined = actIn(row, 'joined');
  const begun = joined ? records.filter(({ values }) => actIn(values, 'joined')?.edtf === joined.edtf) : [];
  const running = records.filter(({ values }) => !has(values, 'ended'));
  return [begun, running].find((some) => some.length > 0) ?? records;
}

/** Two records are told apart by what stands in the register, so a person who reads of them must be able to tell them apart too. */
export function candidatesInWords(found: readonly Reference[], nameOf: (one: Reference) => string): string {
  const shown = found.slice(0, 3).map((one) => `${nameOf(one)} (${one.code})`.trim());
  return [...shown, ...(found.length > shown.length ? ['…'] : [])].join('; ');
}

export function partiesOf(values: FormValues): string[] {
  return rowsAt(values, 'parties').map((at) => first(values, `parties.${at}.organisationId`)).filter(Boolean).toSorted();
}

export const ownerFields = ['agreementId', 'membershipId', 'projectId', 'programmeId'] as const;

function ownersOf(values: FormValues): string[] {
  return ownerFields.map((field) => first(values, field)).filter(Boolean);
}

/** The day of a milestone as EDTF: the planned one, else the one on which it was done. */
export function dayOf(values: FormValues): string {
  return edtfOf(dateIn(values, 'planned') ?? actIn(values, 'done'));
}

function actIn(values: FormValues, kind: string): FuzzyDate | null {
  const at = rowsAt(values, 'acts').find((place) => first(values, `acts.${place}.kind`) === kind);
  return at === undefined ? null : dateIn(values, `acts.${at}.on`);
}

function has(values: FormValues, kind: string): boolean {
  return rowsAt(values, 'acts').some((at) => first(values, `acts.${at}.kind`) === kind);
}

function edtfOf(date: FuzzyDate | null): string {
  return date?.edtf ?? '';
}

function amongst(mine: readonly string[], theirs: readonly string[]): boolean {
  return mine.every((id) => theirs.includes(id));
}

/** Both say it, and not the same. */
function differ(row: FormValues, record: FormValues, field: string): boolean {
  const [mine, theirs] = [keyOf(first(row, field)), keyOf(first(record, field))];
  return mine !== '' && theirs !== '' && mine !== theirs;
}
