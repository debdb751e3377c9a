import type { Texts } from '#office/seed/texts/text.ts';

/** The facts give no titles; these are written after the type and the parties. */
export type AgreementTexts = {
  title: Texts;
  summary: Texts;
  partyNotes?: Record<string, Texts>;
};

const impliedParty: Texts = {
  sr: 'Град се као страна подразумева; извор га не наводи изричито.',
  en: 'The City is a party by implication; the source does not name it.',
};

/** Said at the act of signing of each of the three. */
export const undatedSignature: Texts = {
  sr: 'Извор каже да је потписано; датум није познат.',
  en: 'The source says that it was signed; the date is not known.',
};

export const agreementTexts: Record<string, AgreementTexts> = {
  'mou-usaid-sldp': {
    title: {
      sr: 'Меморандум о разумевању са Пројектом одрживог локалног развоја (УСАИД)',
      en: 'Memorandum of understanding with the USAID Sustainable Local Development Project',
    },
    summary: {
      sr: 'Овим меморандумом Град Ниш ступа у Пројекат одрживог локалног развоја, који финансира УСАИД.',
      en: 'By this memorandum the City of Niš enters the Sustainable Local Development Project financed by USAID.',
    },
    partyNotes: {
      'grad-nis': impliedParty,
      usaid: {
        sr: 'Преко Пројекта одрживог локалног развоја.',
        en: 'Through the Sustainable Local Development Project.',
      },
    },
  },
  'intermunicipal-nis-doljevac-merosina-gadzin-han': {
    title: {
      sr: 'Споразум о међуопштинској сарадњи са Дољевцем, Мерошином и Гаџиним Ханом',
      en: 'Inter-municipal cooperation agreement with Doljevac, Merošina and Gadžin Han',
    },
    summary: {
      sr: 'Град Ниш и општине Дољевац, Мерошина и Гаџин Хан овим споразумом званично образују међуопштинско партнерство.',
      en: 'By this agreement the City of Niš and the municipalities of Doljevac, Merošina and Gadžin Han officially form their inter-municipal partnership.',
    },
    partyNotes: { 'grad-nis': impliedParty },
  },
  'cooperation-urban-institute': {
    title: {
      sr: 'Споразум о сарадњи са Урбан институтом',
      en: 'Cooperation agreement with the Urban Institute',
    },
    summary: {
      sr: 'Споразумом се уређује учешће Града Ниша у трећој фази програма МЕГА, који финансира УСАИД.',
      en: 'The agreement is about the participation of the City of Niš in the third phase of the MEGA programme, financed by USAID.',
    },
  },
};
