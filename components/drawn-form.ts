import type { FormState, FormValues } from '#office/outcome.ts';
import { merge, openedIn, type Merged } from '#components/merge.ts';
import type { SavedBy } from '#office/outcome.ts';

/** What a form is drawn from. It changes when the form is opened, merged or gone on with, never while somebody types. */
export type Drawn = {
  readonly values: FormValues;
  /** What the next merge counts as opened with. */
  readonly opened: FormValues;
  readonly version: string | number | undefined;
  readonly cameBack: boolean;
  readonly dispute: Dispute | null;
  /** Grows whenever the fields are drawn anew. */
  readonly round: number;
};

/** Somebody else saved the record since the form was opened. */
export type Dispute = Pick<Merged, 'theirs' | 'lists' | 'taken'> & { readonly typed: FormValues; readonly merged: FormValues; readonly by: SavedBy | null };

type Opening = { readonly values: FormValues; readonly version: string | number | undefined };

/** The form as the page draws it: as it stands in the record, as it came back without scripts, or as it was left unsent. */
export function drawnFirst(state: FormState, opening: Opening, unsent: FormValues | null): Drawn {
  const fresh: Drawn = { values: opening.values, opened: opening.values, version: opening.version, cameBack: false, dispute: null, round: 0 };
  if (state.values && state.conflict) return drawnMerged(fresh, state.values, state);
  if (state.values) return { ...fresh, values: state.values, opened: openedIn(state.values) ?? opening.values, version: state.values.version?.[0] ?? opening.version, cameBack: true };
  return unsent ? drawnUnsent(fresh, unsent, opening) : fresh;
}

/** The form after somebody else had saved the record first. */
export function drawnMerged(before: Drawn, typed: FormValues, state: FormState): Drawn {
  if (!state.conflict) return before;
  const { version, stored, by = null } = state.conflict;
  const { base, values, ...shown } = merge(openedIn(typed) ?? before.opened, typed, stored);
  return { values, opened: base, version, cameBack: true, dispute: { ...shown, typed, merged: values, by }, round: before.round + 1 };
}

/** The form with what was typed and not sent; merged, where the record has moved on since. */
export function drawnUnsent(before: Drawn, unsent: FormValues, opening: Opening): Drawn {
  const [then, now] = [unsent.version?.[0], opening.version];
  const round = before.round + 1;
  if (then === undefined || now === undefined || then === String(now)) return { ...before, values: unsent, opened: openedIn(unsent) ?? opening.values, cameBack: true, dispute: null, round };
  const { base, values, ...shown } = merge(openedIn(unsent) ?? {}, unsent, opening.values);
  return { values, opened: base, version: now, cameBack: true, dispute: { ...shown, typed: unsent, merged: values, by: null }, round };
}
