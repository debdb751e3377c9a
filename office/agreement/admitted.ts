import type { Publication } from '#db/columns.ts';
import { belgradeToday } from '#messages/dates.ts';
import type { AgreementType } from './agreement.ts';
import { dayNumber, type Columns } from './columns.ts';
import { addDays } from './days.ts';
import { decidesLater } from './deciding.ts';
import { usualBuffer } from './standing.ts';
import { decidedAgreements } from './to-decide.ts';

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
  /** The day to decide has passed and it still waits (office/agreement/to-decide.ts), or something ends, of which nobody decided that it may, or is to be decided within ninety days: as desks tell of it. */
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
    deadline ? due(columns, deadline, { today, later: await decidesLater(), decided: await decidedAgreements(today, near) }) : null,
  ].filter((rule) => rule !== null);
  return rules.length === 0 ? null : (row) => rules.every((rule) => rule(row));
}

function since({ changed }: Columns, day: string) {
  const summer = Date.parse(`${day}T00:00:00+02:00`);
  const midnight = (belgradeToday(new Date(summer)) === day ? summer : summer + 3_600_000) / 1_000;
  return (row: number) => (changed[row] ?? 0) >= midnight;
}

function due({ decideBy, endsBy, ids }: Columns, deadline: 'passed' | 'soon', { today, later, decided }: { today: string; later: number; decided: Awaited<ReturnType<typeof decidedAgreements>> }) {
  // The days in the columns are numbers to be compared and not to be added to, so the other side is moved.
  const day = (ahead: number) => dayNumber(addDays(today, ahead));
  const between = (held: number | undefined, from: number, to: number) => held !== undefined && held > 0 && held >= from && held <= to;
  const waits = (row: number, from: number, to: number) => between(decideBy[row], from, to) && !decided.decide.has(ids[row] ?? '');
  const last = day(near);
  const [yesterdayHeld, nowHeld, lastHeld] = [-1, 0, near].map((ahead) => day(ahead - later)) as [number, number, number];
  // An end known to its year or month may still come though the first of its days has passed: what binds has not ended.
  if (deadline === 'soon') return (row: number) => waits(row, nowHeld, lastHeld) || (between(endsBy[row], 0, last) && !decided.ends.has(ids[row] ?? ''));
  // After the last day for a notice nobody can do anything about it any more.
  const first = day(-usualBuffer);
  return (row: number) => waits(row, first, yesterdayHeld);
}
