import { and, eq, inArray, ne } from 'drizzle-orm';
import { membership, membershipAct } from '#db/schema/membership.ts';
import { organisation } from '#db/schema/organisation.ts';
import type { Pen } from '#office/pen.ts';
import { sight } from '#office/publication.ts';
import { isRunning, stateOn } from './membership.ts';

type Between = { readonly networkId: string | null; readonly memberId: string | null };

/** A day on which every act that has a date has happened. */
const everAfter = '9999-12-31';

/**
 * Refuses, at `networkId`, a membership beside one of the same member in the same network that is running. The network is
 * held meanwhile, so that two at once cannot both begin. `seen` looks at what the viewer may see alone, so that a mere
 * draft tells nobody of a record he may not know of; `all` is for the act that makes a member.
 */
export async function refuseSecond(pen: Pen, { networkId, memberId }: Between, today: string | undefined, among: 'seen' | 'all'): Promise<void> {
  if (!networkId || !memberId) return;
  await pen.db.select({ id: organisation.id }).from(organisation).where(eq(organisation.id, networkId)).for('update');
  const others = await pen.db.select({ id: membership.id }).from(membership).where(and(
    eq(membership.networkId, networkId), eq(membership.memberId, memberId), ne(membership.id, pen.id),
    among === 'seen' ? sight(pen.viewer, 'membership', membership) : undefined,
  ));
  if (others.length === 0) return;
  const acts = await pen.db.select().from(membershipAct).where(inArray(membershipAct.membershipId, others.map(({ id }) => id))).orderBy(membershipAct.position);
  const running = others.some(({ id }) => isRunning(stateOn(acts.filter(({ membershipId }) => membershipId === id), today ?? everAfter)));
  if (running) pen.refuse({ field: 'networkId', rule: 'secondMembership' });
}

type Acts = Parameters<typeof stateOn>[0];

/** A membership that came to its end stands beside whichever came after it. */
export function isOver(acts: Acts, today: string | undefined): boolean {
  return stateOn(acts, today ?? everAfter) === 'ended';
}

/** The same for a membership that these acts make run, where those before did not. */
export async function refuseSecondBegun(pen: Pen, between: Between, { before, after }: { readonly before: Acts; readonly after: Acts }, today: string | undefined): Promise<void> {
  const runs = (acts: Acts) => isRunning(stateOn(acts, today ?? everAfter));
  if (!runs(before) && runs(after)) await refuseSecond(pen, between, today, 'all');
}
