import { membership } from '#db/schema/membership.ts';

/** The membership's table under its noun, for the gate. */
export const register = { noun: 'membership', table: membership } as const;
