import type { Texts } from '#office/seed/texts/text.ts';

/** Words of the City's membership in a network, keyed by the network's id; `note` is said of its act of joining. */
export type MembershipTexts = { joinedEvent?: Texts; joinedPlace?: Texts; note?: Texts };

const implied: Texts = {
  sr: 'Чланство се подразумева; извор га не наводи изричито.',
  en: 'Membership is implied; the source does not state it.',
};

export const membershipTexts: Record<string, MembershipTexts> = {
  ire: {},
  b40: {},
  avec: {},
  ecad: {
    joinedEvent: {
      sr: '14. конференција градоначелника градова који су чланови ECAD-а',
      en: '14th Mayors’ Conference of ECAD member cities',
      published: ['sr'],
    },
    joinedPlace: { sr: 'Истанбул', en: 'Istanbul' },
  },
  'energy-cities': {},
  lhc: { note: implied },
  naled: {},
  skgo: { note: implied },
};
