import type { Publication } from '#db/columns.ts';
import { belgradeToday } from '#messages/dates.ts';
import type { AgreementType } from './agreement.ts';
import { dayNumber, type Columns } from './columns.ts';
import { addDays } from './days.ts';

/** What the list is of at all, before its facets narrow it. */
export type Admission = {
  /** The register of memoranda is the same list of one type. */
  readonly only?: AgreementType;
  readonly publication?: Publication;
  /** A person's id, or `nobody`. */
  readonly owner?: string;
  readonly createdBy?: string;
  /** ISO day in Belgrade: changed on it or later. */
  readonly changedSince?: string;
  /** A complete record would have more. */
  readonly incomplete?: true;
  /** The day to decide has passed, or something ends or is to be decided within ninety days. */
  readonly deadline?: 'passed' | 'soon';
};

/** The days before an end, or before a day to decide, from which the table counts it as near. */
const near = 90;

/** Whether a row belongs to the list; null where every row does. `today` is an ISO day. */
export function admitted(columns: Columns, { only, publication, owner, createdBy, changedSince, incomplete, deadline }: Admission, today: string): ((row: number) => boolean) | null {
  const word = (name: 'type' | 'publication' | 'owner' | 'creator', wanted: string) => {
    const { of, numbers } = columns[name];
    const number = numbers.get(wanted);
    return (row: number) => of[row] === number;
  };
  const rules = [
    only === undefined ? null : word('type', only),
    publication === undefined ? null : word('publication', publication),
    owner === undefined ? null : word('owner', owner === 'nobody' ? '' : owner),
    createdBy === undefined ? null : word('creator', createdBy),
    changedSince === undefined ? null : since(columns, changedSince),
    incomplete ? (row: number) => columns.lacks[row] === 1 : null,
    deadline ? due(columns, deadline, today) : null,
  ].filter((rule) => rule !== null);
  return rules.length === 0 ? null : (row) => rules.every((rule) => rule(row));
}

function since({ changed }: Columns, day: string) {
  const summer = Date.parse(`${day}T00:00:00+02:00`);
  const midnight = (belgradeToday(new Date(summer)) === day ? summer : summer + 3_600_000) / 1_000;
  return (row: number) => (changed[row] ?? 0) >= midnight;
}

function due({ decideBy, endsBy }: Columns, deadline: 'passed' | 'soon', today: string) {
  const [now, last] = [dayNumber(today), dayNumber(addDays(today, near))];
  const within = (day = 0) => day >= now && day <= last;
  if (deadline === 'soon') return (row: number) => within(decideBy[row]) || within(endsBy[row]);
  return (row: number) => Boolean(decideBy[row]) && (decideBy[row] ?? 0) < now;
}
