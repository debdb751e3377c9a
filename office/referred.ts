/** The nouns that another record may name. */
export const referred = ['agreement', 'membership', 'programme', 'project', 'organisation', 'milestone'] as const;
export type Referred = (typeof referred)[number];
