import type { Texts } from '#office/seed/texts/text.ts';

/** Words of the City's membership in a network, keyed by the network's id; `note` is said of its act of joining. */
export type MembershipTexts = { joinedEvent?: Texts; joinedPlace?: Texts; benefit?: Texts; note?: Texts };

const implied: Texts = {
  sr: 'Чланство се подразумева; извор га не наводи изричито.',
  en: 'Membership is implied; the source does not state it.',
};

export const membershipTexts: Record<string, MembershipTexts> = {
  ire: {
    benefit: {
      sr: 'Непосредне везе Града са локалним и регионалним властима у Европској унији; бољи услови за развојну политику и за коришћење (прет)приступних фондова.',
      en: 'Direct links for the City with local and regional authorities in the European Union; better conditions for development policy and for the use of (pre-)accession funds.',
    },
  },
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
  lhc: {
    benefit: {
      sr: 'Представљање историјског и културног наслеђа Ниша у свету и сарадња са другим градовима члановима.',
      en: 'International promotion of the historic and cultural heritage of Niš and cooperation with the other member cities.',
    },
    note: implied,
  },
  naled: {},
  skgo: { note: implied },
};
