import type { Act, ActKind, Facts, StandingState } from './agreement.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { standingOn } from './standing.ts';
import { endOfPeriod, periodEndedBy } from './term.ts';

/** What would follow if the act were entered with the day of today. */
export type Outlook = {
  readonly before: StandingState;
  readonly after: StandingState;
  /** Of a notice on a term that renews tacitly: given by which day it ends which period, and which one if given later. ISO days. */
  readonly notice: { readonly by: string; readonly end: string; readonly later: string } | null;
};

/** The standing before and after an act of this kind, entered for all parties on `today` (an ISO day). */
export function outlookOf(facts: Facts, kind: ActKind, today: string): Outlook {
  const stands = standingOn(facts, today);
  const act: Act = { id: '', kind, on: parseFuzzyDate(today), partyId: null };
  const after = standingOn({ ...facts, acts: [...facts.acts, act] }, today).sign;
  return { before: stands.sign, after, notice: kind === 'notice' ? noticeOf(facts, stands, today) : null };
}

function noticeOf({ terms }: Facts, { noticeBy, noticeEnds, inForceFrom }: ReturnType<typeof standingOn>, today: string): Outlook['notice'] {
  const start = terms.validFrom ?? inForceFrom;
  const ended = periodEndedBy(terms, start, today);
  const later = ended === null ? null : endOfPeriod(terms, start, ended + 1)?.earliest;
  return terms.renewal === 'tacit' && noticeBy && noticeEnds && later ? { by: noticeBy, end: noticeEnds, later } : null;
}
