import type { AgreementLine } from '#office/agreement/read.ts';
import type { StandingState } from '#office/agreement/agreement.ts';
import type { MembershipState } from '#office/membership/membership.ts';
import type { NetworkLine } from '#office/membership/networks.ts';
import { projectState, type ProjectState } from '#office/project/project.ts';
import type { ProjectLine } from '#office/project/read.ts';

/** Of how many the start is known, and of how many not. */
export type Known = { readonly dated: number; readonly undated: number };
export type Figures = { readonly agreements: Known; readonly projects: Known; readonly networks: Known };

/**
 * What may be said of the City in one sentence on `today` (ISO): networks whose member it is, agreements that it
 * signed, whatever became of them, and projects that came to be or of which nothing else is known.
 */
export function figuresOf(read: { agreements: readonly AgreementLine[]; projects: readonly ProjectLine[]; networks: readonly NetworkLine[] }, today: string): Figures {
  const agreements = read.agreements.filter(({ standing }) => !unsigned.includes(standing.state));
  const projects = read.projects.filter(({ acts }) => !unbegun.includes(projectState(acts, today)));
  const memberships = read.networks.flatMap(({ membership }) => (membership && holding.includes(membership.state) ? [membership] : []));
  return {
    agreements: known(agreements.map(({ standing }) => standing.signedOn)),
    projects: known(projects.map(({ actualStart, plannedStart }) => actualStart ?? plannedStart)),
    networks: known(memberships.map(({ joined }) => joined)),
  };
}

const unsigned: readonly StandingState[] = [
  'initiative', 'drafting', 'agreed_text', 'council_decided', 'consent_requested', 'consent_refused', 'consent_given', 'ready_to_sign', 'dropped',
];
const unbegun: readonly ProjectState[] = ['idea', 'preparing', 'submitted', 'rejected', 'reserve', 'cancelled'];
const holding: readonly MembershipState[] = ['active', 'suspended', 'withdrawal_decided'];

function known(dates: readonly unknown[]): Known {
  const dated = dates.filter((date) => date !== null && date !== undefined).length;
  return { dated, undated: dates.length - dated };
}
