import { useTranslations } from 'next-intl';
import { Glyph } from '#components/glyph.tsx';
import type { ProposalState } from '#db/schema/proposal.ts';

const marks = {
  open: ['p-review', 'pub pub-wait'], returned: ['p-returned', 'pub pub-wait'], approved: ['p-approved', 'pub pub-live'],
  rejected: ['p-withdrawn', 'pub pub-harm'], taken_back: ['p-draft', 'pub pub-draft'],
} as const satisfies Record<ProposalState, readonly [string, string]>;

/** Where a proposal stands: a sheet of paper, like the publication of a record. */
export function ProposalMark({ state }: { state: ProposalState }) {
  const [glyph, look] = marks[state];
  return <span className={look}><Glyph name={glyph} />{useTranslations('states.proposal')(state)}</span>;
}
