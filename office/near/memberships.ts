import { and, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { membership } from '#db/schema/membership.ts';
import { isRunning } from '#office/membership/membership.ts';
import { membershipsIn } from '#office/membership/read.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Viewer } from '#office/viewer.ts';
import { isId } from './agreements.ts';

/** Memberships of the same network, of the same member or of one that nobody has entered. */
export async function nearMemberships(fields: FormValues, but: string): Promise<string[]> {
  const network = fields.networkId?.[0] ?? '';
  const member = fields.memberId?.[0] ?? '';
  if (!isId(network)) return [];
  const rows = await reader().select({ id: membership.id }).from(membership).where(and(
    eq(membership.networkId, network), isId(but) ? ne(membership.id, but) : sql`true`, isId(member) ? or(eq(membership.memberId, member), isNull(membership.memberId)) : sql`true`,
  )).limit(40);
  return rows.map(({ id }) => id);
}

/** Those of the same member in the same network that are running on `today`, beside which none can be entered; of what the viewer may see. */
export async function runningMemberships(viewer: Viewer, fields: FormValues, but: string, today: string): Promise<string[]> {
  const network = fields.networkId?.[0] ?? '';
  const member = fields.memberId?.[0] ?? '';
  if (!isId(network) || !isId(member)) return [];
  const stands = await membershipsIn(viewer, network, today);
  return stands.filter((one) => one.id !== but && one.member?.id === member && isRunning(one.state)).map(({ id }) => id);
}
