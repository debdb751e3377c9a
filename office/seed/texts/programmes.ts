import { latinOnly } from '#office/seed/texts/text.ts';
import type { Texts } from '#office/seed/texts/text.ts';

/** `partnerNotes` keep the source's own word for a role, keyed by the organisation's id. */
export type ProgrammeTexts = {
  name: Texts;
  acronym?: Texts;
  purpose: Texts;
  instrument?: Texts;
  objectives?: readonly Texts[];
  eligible?: Texts;
  amountNote?: Texts;
  partnerNotes?: Record<string, Texts>;
};

const consortiumMember: Texts = { sr: 'члан конзорцијума', en: 'consortium member' };

export const programmeTexts: Record<string, ProgrammeTexts> = {
  'cbc-bg-rs': {
    name: {
      sr: 'Програм прекограничне сарадње Србије и Бугарске',
      en: 'Serbia–Bulgaria cross-border cooperation programme',
      published: ['latn'],
    },
    purpose: {
      sr: 'Програм подстиче одрживи друштвено-економски развој са обе стране границе, штити животну средину и повезује људе и локалне заједнице. Намењен је централним и локалним властима и организацијама у Европској унији и изван ње.',
      en: 'The programme promotes sustainable socio-economic development on both sides of the border, protects the environment and links people and local communities. It is open to central and local authorities and organisations inside and outside the European Union.',
    },
    instrument: {
      sr: 'Инструмент Европске уније за прекограничну сарадњу изван граница ЕУ (извор га не именује; опис упућује на ИПА)',
      en: 'EU instrument for cross-border cooperation beyond the borders of the EU (the source does not name it; the description points to IPA)',
    },
    objectives: [
      { sr: 'подстицање одрживог друштвено-економског развоја', en: 'promote sustainable socio-economic development' },
      { sr: 'заштита животне средине', en: 'protect the environment' },
      { sr: 'борба против организованог криминала', en: 'fight organised crime' },
      { sr: 'боља контрола границе', en: 'improve border control' },
      { sr: 'подстицање сарадње међу људима', en: 'promote people-to-people cooperation' },
      {
        sr: 'смањење разлика у развоју између региона изван граница ЕУ',
        en: 'reduce differences in development between regions outside the EU borders',
      },
      {
        sr: 'подстицање друштвено-економске сарадње локалних заједница',
        en: 'promote socio-economic cooperation between local communities',
      },
      { sr: 'сарадња у култури', en: 'cooperate in culture' },
    ],
    eligible: {
      sr: 'централне и локалне власти и организације у ЕУ и изван ње',
      en: 'central and local authorities and organisations inside and outside the EU',
    },
  },
  'rsedp-2': {
    name: {
      sr: 'Регионално друштвено-економски програм развоја (RSEDP 2)',
      latn: 'Regionalno društveno-ekonomski program razvoja (RDEPR 2)',
      en: 'Regional Socio-Economic Development Programme 2 (RSEDP 2)',
      published: ['latn'],
    },
    acronym: latinOnly('RSEDP 2'),
    purpose: {
      sr: 'Програм отвара и подржава нове могућности за запошљавање, чува постојећа радна места и подржава регионалне развојне агенције широм Србије.',
      en: 'The programme creates and supports new employment opportunities, keeps existing jobs and supports regional development agencies across Serbia.',
    },
    instrument: { sr: 'Програм техничке помоћи Европске уније', en: 'EU technical assistance programme' },
    amountNote: {
      sr: 'Девет милиона евра је фонд бесповратних средстава целог програма, а не удео Града.',
      en: 'Nine million euros is the grant fund of the whole programme, not the City’s share.',
    },
    partnerNotes: {
      'eu-delegation': { sr: 'уговорно тело', en: 'contracting authority' },
      'wyg-international': { sr: 'водећи члан конзорцијума', en: 'consortium lead' },
      'hcl-consultants': consortiumMember,
      'tribal-helm': consortiumMember,
      'oxford-policy-management': consortiumMember,
    },
  },
  mega: {
    name: {
      sr: 'Подстицај економском развоју општина (МЕГА)',
      latn: 'Program podrške ekonomskom razvoju opština (MEGA)',
      en: 'Municipal Economic Growth Activity (MEGA)',
      published: ['sr', 'latn'],
    },
    acronym: { sr: 'МЕГА', en: 'MEGA', published: ['sr', 'latn'] },
    purpose: {
      sr: 'Програм развија способност локалне самоуправе и локалних привредника да подстакну економски развој и нова радна места, како би приватни сектор могао да расте у повољном пословном окружењу.',
      en: 'The programme develops the abilities of local government and the local business community to stimulate economic development and new jobs, so that the private sector can grow in a favourable business environment.',
    },
  },
};
