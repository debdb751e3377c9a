/**
 * Four signs by which somebody whose name was erased is still told from another: the history says „бивши корисник 7C2A“ at
 * each of his acts. They are the first of his random id, so they say nothing of him.
 */
export function markOf(id: string): string {
  return id.slice(0, 4).toUpperCase();
}

/** Where an account stands on a day. `soon` ends within thirty days, by itself or with the last of its roles. */
export const personStates = ['active', 'soon', 'invited', 'expired', 'deactivated', 'former'] as const;
export type PersonState = (typeof personStates)[number];

export type Account = {
  readonly anonymisedAt: Date | null; readonly deactivatedAt: Date | null; readonly passwordChangedAt: Date | null;
  /** ISO days, the last on which it holds; null for no end. */
  readonly expiresOn: string | null;
  readonly grants: readonly { readonly until: string | null }[];
};

/** How an account stands on `today` (ISO day): the fact that weighs most comes first. */
export function stateOf(account: Account, today: string): PersonState {
  if (account.anonymisedAt) return 'former';
  if (account.deactivatedAt) return 'deactivated';
  if (account.expiresOn !== null && account.expiresOn < today) return 'expired';
  if (account.passwordChangedAt === null) return 'invited';
  return endsSoon(account, today) ? 'soon' : 'active';
}

/** Days before an end at which the list begins to say so. */
export const soonDays = 30;

function endsSoon({ expiresOn, grants }: Account, today: string): boolean {
  const horizon = new Date(`${today}T00:00:00Z`);
  horizon.setUTCDate(horizon.getUTCDate() + soonDays);
  const last = horizon.toISOString().slice(0, 10);
  return (expiresOn !== null && expiresOn <= last) || grants.some(({ until }) => until !== null && until >= today && until <= last);
}

/** Where the link stands by which somebody comes in: unlooked at, looked at, too late, closed, or there is none. */
export type LinkState = 'waiting' | 'opened' | 'late' | 'closed';

/**
 * Why the system itself touched an account, as the ledger keeps it: told in the reader's language where it is drawn
 * (`people.machineReasons`). What stands in the ledger stays, so a code is never given another name.
 */
export const machineReasons = { 'first person': 'firstPerson', link: 'link' } as const;
export type MachineReason = keyof typeof machineReasons;

/** The key of its words; null for what a person wrote, though it read the same. */
export function machineReason({ actorKind, reason }: { readonly actorKind: 'person' | 'system'; readonly reason: string | null }): (typeof machineReasons)[MachineReason] | null {
  return actorKind === 'system' && reason !== null && Object.hasOwn(machineReasons, reason) ? machineReasons[reason as MachineReason] : null;
}
