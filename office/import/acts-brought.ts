import { ahead, type ActKind } from '#office/agreement/agreement.ts';
import { fuzzyIsAfter } from '#office/fuzzy-date.ts';
import type { FormValues, Issue } from '#office/outcome.ts';
import { first, rowsAt } from './column.ts';
import { dateIn } from './date-columns.ts';
import type { ImportNoun } from './import.ts';
import type { Stood } from './stood.ts';

/** What the verbs would refuse of the acts that a row adds, said before anything is written: as „old acts“ they are for records that nobody has checked, and lie in the past. */
export function faultsOfActs(noun: ImportNoun, stood: Stood | null, values: FormValues, today: string): Issue[] {
  return rowsAt(values, 'acts').filter((at) => !first(values, `acts.${at}.id`)).flatMap((at): Issue[] => {
    const on = dateIn(values, `acts.${at}.on`);
    if (noun !== 'milestone' && stood && stood.verification !== 'unverified') return [{ field: `acts.${at}.kind`, rule: 'onlyUnverified' }];
    return on && !mayLieAhead(noun, first(values, `acts.${at}.kind`)) && fuzzyIsAfter(on, today) ? [{ field: `acts.${at}.on.year`, rule: 'inFuture', values: { today } }] : [];
  });
}

function mayLieAhead(noun: ImportNoun, kind: string): boolean {
  return noun === 'agreement' ? ahead.includes(kind as ActKind) : noun === 'membership' && kind === 'ended';
}
