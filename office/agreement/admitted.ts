import type { Publication } from '#db/columns.ts';
import { belgradeToday } from '#messages/dates.ts';
import type { AgreementType } from './agreement.ts';
import { dayNumber, type Columns } from './columns.ts';
import { addDays } from './days.ts';
import { decidesLater } from './deciding.ts';

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
export async function admitted(columns: Columns, { only, publication, owner, createdBy, changedSince, incomplete, deadline }: Admission, today: string): Promise<((row: number) => boolean) | null> {
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
    deadline ? due(columns, deadline, { today, later: await decidesLater() }) : null,
  ].filter((rule) => rule !== null);
  return rules.length === 0 ? null : (row) => rules.every((rule) => rule(row));
}

function since({ changed }: Columns, day: string) {
  const summer = Date.parse(`${day}T00:00:00+02:00`);
  const midnight = (belgradeToday(new Date(summer)) === day ? summer : summer + 3_600_000) / 1_000;
  return (row: number) => (changed[row] ?? 0) >= midnight;
}

function due({ decideBy, endsBy }: Columns, deadline: 'passed' | 'soon', { today, later }: { today: string; later: number }) {
  // The days in the columns are numbers to be compared and not to be added to, so the other side is moved.
  const [now, last] = [0, near].map((ahead) => dayNumber(addDays(today, ahead)));
  const [nowHeld, lastHeld] = [0, near].map((ahead) => dayNumber(addDays(today, ahead - later)));
  const between = (day: number | undefined, from = 0, to = 0) => day !== undefined && day > 0 && day >= from && day <= to;
  if (deadline === 'soon') return (row: number) => between(decideBy[row], nowHeld, lastHeld) || between(endsBy[row], now, last);
  return (row: number) => Boolean(decideBy[row]) && (decideBy[row] ?? 0) < (nowHeld ?? 0);
}
