import { latinOnly } from '#office/seed/texts/text.ts';
import type { Texts } from '#office/seed/texts/text.ts';

/** A further name of the same organisation. None of those here has known bounds in time. */
export type NameTexts = { name: Texts; acronym?: Texts; note?: Texts };

export type OrganisationTexts = {
  name: Texts;
  acronym?: Texts;
  place?: Texts;
  description?: Texts;
  note?: Texts;
  otherNames?: readonly NameTexts[];
};

const consortiumMember: Texts = {
  sr: 'Члан конзорцијума за спровођење програма RSEDP 2.',
  en: 'A member of the consortium for the RSEDP 2 programme.',
};

const neighbour: Texts = {
  sr: 'Страна споразума о међуопштинској сарадњи и партнер у Пројекту одрживог локалног развоја.',
  en: 'A party to the inter-municipal cooperation agreement and a partner in the Sustainable Local Development Project.',
};

/**
 * Names as the office publishes them; where a form was never published, the one proposed in the facts.
 * Notes say what is not clear about a name; descriptions say no more than the organisation's part here.
 */
export const organisationTexts: Record<string, OrganisationTexts> = {
  'grad-nis': {
    name: { sr: 'Град Ниш', en: 'City of Niš', published: ['sr', 'latn'] },
    place: { sr: 'Ниш', en: 'Niš' },
    description: { sr: 'Град чија Канцеларија за међународну сарадњу води овај регистар.', en: 'The city whose Office for International Cooperation keeps this register.' },
  },
  eu: {
    name: { sr: 'Европска унија (ЕУ)', en: 'European Union', published: ['latn'] },
    acronym: { sr: 'ЕУ', en: 'EU' },
    description: {
      sr: 'Финансијер програма прекограничне сарадње Србије и Бугарске, програма RSEDP 2 и пројекта TRANSPOWER.',
      en: 'The funder of the Serbia–Bulgaria cross-border cooperation programme, of RSEDP 2 and of the TRANSPOWER project.',
    },
  },
  'eu-delegation': {
    name: { sr: 'Делегација Европске уније', en: 'EU Delegation', published: ['latn'] },
    description: { sr: 'Уговорно тело програма RSEDP 2.', en: 'The contracting authority of the RSEDP 2 programme.' },
  },
  gtz: {
    name: {
      origin: 'sr-Latn',
      latn: 'GTZ',
      en: 'Deutsche Gesellschaft für Technische Zusammenarbeit (GTZ)',
      other: { de: 'Deutsche Gesellschaft für Technische Zusammenarbeit' },
      published: ['latn'],
    },
    acronym: latinOnly('GTZ'),
    description: {
      sr: 'Немачка организација за техничку сарадњу; спроводилац пројекта TRANSPOWER.',
      en: 'The German organisation for technical cooperation; it implements the TRANSPOWER project.',
    },
    note: {
      sr: 'Назив из времена пројекта, касније GIZ. Када је промењен, није познато.',
      en: 'The name at the time of the project, later GIZ. When it changed is not known.',
    },
    otherNames: [
      {
        name: latinOnly('Deutsche Gesellschaft für Internationale Zusammenarbeit (GIZ)', {
          other: { de: 'Deutsche Gesellschaft für Internationale Zusammenarbeit' },
        }),
        acronym: latinOnly('GIZ'),
        note: {
          sr: 'Каснији назив. Стране GIZ-а описују исти пројекат под њим.',
          en: 'The later name; the pages of GIZ describe the same project under it.',
        },
      },
    ],
  },
  usaid: {
    name: {
      sr: 'америчка Агенција за међународни развој (УСАИД)',
      latn: 'Agencija Sjedinjenih Američkih Država za međunarodni razvoj (USAID)',
      en: 'United States Agency for International Development (USAID)',
      published: ['sr', 'latn'],
    },
    acronym: { sr: 'УСАИД', en: 'USAID', published: ['sr', 'latn'] },
    description: {
      sr: 'Финансијер Пројекта одрживог локалног развоја и програма МЕГА.',
      en: 'The funder of the Sustainable Local Development Project and of the MEGA programme.',
    },
  },
  'wyg-international': {
    name: latinOnly('WYG International', { published: ['latn'] }),
    description: {
      sr: 'Водећи члан конзорцијума за спровођење програма RSEDP 2.',
      en: 'The lead of the consortium for the RSEDP 2 programme.',
    },
  },
  'hcl-consultants': { name: latinOnly('HCL Consultants', { published: ['latn'] }), description: consortiumMember },
  'tribal-helm': {
    name: latinOnly('Tribal HELM'),
    description: consortiumMember,
    note: {
      sr: 'Назив у извору није јасан; треба да га потврди уредник.',
      en: 'The name is unclear in the source; an editor has yet to confirm it.',
    },
  },
  'oxford-policy-management': {
    name: latinOnly('Oxford Policy Management', { published: ['latn'] }),
    description: consortiumMember,
  },
  'ora-jug': {
    name: { origin: 'sr-Latn', latn: 'ORA Jug', sr: 'ОРА Југ', en: 'ORA Jug', published: ['latn'] },
    description: {
      sr: 'Регионална развојна агенција. У пројекту „Кластер сирева Југ“ предвиђено је да оснује и води удружење кластера.',
      en: 'A regional development agency. In the ‘Cheese Cluster South’ project it is to set up and run the cluster association.',
    },
    note: {
      sr: 'Вероватно је реч о РРА Југ; назив није потврђен.',
      en: 'Probably RRA Jug; the name is not confirmed.',
    },
  },
  'urban-institute': {
    name: {
      sr: 'Урбан Институт из Вашингтона',
      latn: 'Urban institut',
      en: 'Urban Institute',
      published: ['sr', 'latn'],
    },
    place: { sr: 'Вашингтон', en: 'Washington' },
    description: {
      sr: 'Страна невладина организација са седиштем у Вашингтону; спроводилац програма МЕГА.',
      en: 'A foreign non-governmental organisation with its seat in Washington; it implements the MEGA programme.',
    },
  },
  doljevac: {
    name: { sr: 'општина Дољевац', en: 'Municipality of Doljevac', published: ['latn'] },
    place: { sr: 'Дољевац', en: 'Doljevac' },
    description: neighbour,
  },
  merosina: {
    name: { sr: 'општина Мерошина', en: 'Municipality of Merošina', published: ['latn'] },
    place: { sr: 'Мерошина', en: 'Merošina' },
    description: neighbour,
  },
  'gadzin-han': {
    name: { sr: 'општина Гаџин Хан', en: 'Municipality of Gadžin Han', published: ['latn'] },
    place: { sr: 'Гаџин Хан', en: 'Gadžin Han' },
    description: neighbour,
  },
  'novi-sad': {
    name: { sr: 'Нови Сад', en: 'City of Novi Sad', published: ['latn'] },
    place: { sr: 'Нови Сад', en: 'Novi Sad' },
    description: {
      sr: 'Поред Ниша, један од прва два главна развојна центра Пројекта одрживог локалног развоја.',
      en: 'Beside Niš, one of the first two main development centres of the Sustainable Local Development Project.',
    },
  },
};
