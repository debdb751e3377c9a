import { latinOnly } from '#office/seed/texts/text.ts';
import type { OrganisationTexts } from '#office/seed/texts/text.ts';

/**
 * Names as the office publishes them; where a form was never published, the one proposed in the facts.
 * Notes say what is not clear about a name.
 */
export const organisationTexts: Record<string, OrganisationTexts> = {
  'grad-nis': {
    names: [{ name: { sr: 'Град Ниш', en: 'City of Niš', published: ['sr', 'latn'] } }],
    place: { sr: 'Ниш', en: 'Niš' },
  },
  eu: {
    names: [
      {
        name: { sr: 'Европска унија (ЕУ)', en: 'European Union', published: ['latn'] },
        acronym: { sr: 'ЕУ', en: 'EU' },
      },
    ],
  },
  'eu-delegation': {
    names: [{ name: { sr: 'Делегација Европске уније', en: 'EU Delegation', published: ['latn'] } }],
  },
  gtz: {
    names: [
      {
        name: {
          origin: 'sr-Latn',
          latn: 'GTZ',
          en: 'Deutsche Gesellschaft für Technische Zusammenarbeit (GTZ)',
          other: { de: 'Deutsche Gesellschaft für Technische Zusammenarbeit' },
          published: ['latn'],
        },
        acronym: latinOnly('GTZ'),
        note: {
          sr: 'Назив из времена пројекта. Када је промењен, није познато.',
          en: 'The name at the time of the project. When it changed is not known.',
        },
      },
      {
        name: latinOnly('Deutsche Gesellschaft für Internationale Zusammenarbeit (GIZ)', {
          other: { de: 'Deutsche Gesellschaft für Internationale Zusammenarbeit' },
        }),
        acronym: latinOnly('GIZ'),
        note: {
          sr: 'Каснији назив. Под њим је исти пројекат описан на странама саме организације.',
          en: 'The later name, under which the organisation’s own pages describe the same project.',
        },
      },
    ],
  },
  usaid: {
    names: [
      {
        name: {
          sr: 'америчка Агенција за међународни развој (УСАИД)',
          latn: 'Agencija Sjedinjenih Američkih Država za međunarodni razvoj (USAID)',
          en: 'United States Agency for International Development (USAID)',
          published: ['sr', 'latn'],
        },
        acronym: { sr: 'УСАИД', en: 'USAID', published: ['sr', 'latn'] },
      },
    ],
  },
  'wyg-international': { names: [{ name: latinOnly('WYG International', { published: ['latn'] }) }] },
  'hcl-consultants': { names: [{ name: latinOnly('HCL Consultants', { published: ['latn'] }) }] },
  'tribal-helm': {
    names: [
      {
        name: latinOnly('Tribal HELM'),
        note: {
          sr: 'Назив у извору није јасан; треба да га потврди уредник.',
          en: 'The name is unclear in the source; an editor has yet to confirm it.',
        },
      },
    ],
    note: {
      sr: 'Назив у извору није јасан; треба да га потврди уредник.',
      en: 'The name is unclear in the source; an editor has yet to confirm it.',
    },
  },
  'oxford-policy-management': {
    names: [{ name: latinOnly('Oxford Policy Management', { published: ['latn'] }) }],
  },
  'ora-jug': {
    names: [
      {
        name: { origin: 'sr-Latn', latn: 'ORA Jug', sr: 'ОРА Југ', en: 'ORA Jug', published: ['latn'] },
        note: {
          sr: 'Вероватно је реч о РРА Југ; назив није потврђен.',
          en: 'Probably RRA Jug; the name is not confirmed.',
        },
      },
    ],
    note: {
      sr: 'Вероватно је реч о РРА Југ; назив није потврђен.',
      en: 'Probably RRA Jug; the name is not confirmed.',
    },
  },
  'urban-institute': {
    names: [
      {
        name: {
          sr: 'Урбан Институт из Вашингтона',
          latn: 'Urban institut',
          en: 'Urban Institute',
          published: ['sr', 'latn'],
        },
      },
    ],
    place: { sr: 'Вашингтон', en: 'Washington' },
  },
  doljevac: {
    names: [{ name: { sr: 'општина Дољевац', en: 'Municipality of Doljevac', published: ['latn'] } }],
    place: { sr: 'Дољевац', en: 'Doljevac' },
  },
  merosina: {
    names: [{ name: { sr: 'општина Мерошина', en: 'Municipality of Merošina', published: ['latn'] } }],
    place: { sr: 'Мерошина', en: 'Merošina' },
  },
  'gadzin-han': {
    names: [{ name: { sr: 'општина Гаџин Хан', en: 'Municipality of Gadžin Han', published: ['latn'] } }],
    place: { sr: 'Гаџин Хан', en: 'Gadžin Han' },
  },
  'novi-sad': {
    names: [{ name: { sr: 'Нови Сад', en: 'City of Novi Sad', published: ['latn'] } }],
    place: { sr: 'Нови Сад', en: 'Novi Sad' },
  },
};
