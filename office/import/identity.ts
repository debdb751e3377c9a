import type { FormValues } from '#office/outcome.ts';
import type { Reference } from '#office/reference.ts';
import { first, rowsAt } from './column.ts';
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

/** What two rows of one table, or a row and a record, have in common if they say the same thing; null where the row does not say enough. */
export function identityOf(noun: ImportNoun, values: FormValues): string | null {
  const name = keyOf(first(values, 'name.sr-Cyrl') || first(values, 'name.sr-Latn') || first(values, 'name.en'));
  const title = keyOf(first(values, 'title.sr-Cyrl') || first(values, 'title.sr-Latn') || first(values, 'title.en'));
  switch (noun) {
    case 'organisation': return name || null;
    case 'agreement': return title ? `${title} | ${partiesOf(values).join(' ')} | ${first(values, 'registryNo')}` : null;
    case 'membership': return first(values, 'networkId') ? `${first(values, 'networkId')} ${first(values, 'memberId')}` : null;
    case 'project': return title || null;
    case 'milestone': return title ? `${title} | ${ownersOf(values).join(' ')} | ${dayOf(values)}` : null;
  }
}

/** Whether a record of the same name is the one that the row is about: of several agreements of one title, the one with these parties. */
export function isSame(noun: ImportNoun, row: FormValues, record: FormValues): boolean {
  if (noun === 'agreement') {
    const [mine, theirs] = [partiesOf(row), new Set(partiesOf(record))];
    const numbers = [first(row, 'registryNo'), first(record, 'registryNo')];
    if (numbers[0] && numbers[1] && numbers[0] !== numbers[1]) return false;
    return mine.length === 0 || mine.every((id) => theirs.has(id));
  }
  if (noun !== 'milestone') return true;
  const [mine, theirs] = [ownersOf(row), new Set(ownersOf(record))];
  return (mine.length === 0 || mine.every((id) => theirs.has(id))) && (dayOf(row) === '' || dayOf(record) === '' || dayOf(row) === dayOf(record));
}

/** Two records are told apart by what stands in the register, so a person who reads of them must be able to tell them apart too. */
export function candidatesInWords(found: readonly Reference[], nameOf: (one: Reference) => string): string {
  const shown = found.slice(0, 3).map((one) => `${nameOf(one)} (${one.code})`.trim());
  return [...shown, ...(found.length > shown.length ? ['…'] : [])].join('; ');
}

function partiesOf(values: FormValues): string[] {
  return rowsAt(values, 'parties').map((at) => first(values, `parties.${at}.organisationId`)).filter(Boolean).toSorted();
}

function ownersOf(values: FormValues): string[] {
  return ['agreementId', 'membershipId', 'projectId', 'programmeId'].map((field) => first(values, field)).filter(Boolean);
}

function dayOf(values: FormValues): string {
  const done = rowsAt(values, 'acts').find((at) => first(values, `acts.${at}.kind`) === 'done');
  return (dateIn(values, 'planned') ?? (done === undefined ? null : dateIn(values, `acts.${done}.on`)))?.edtf ?? '';
}
