import type { Texts } from '#office/seed/texts/text.ts';

export type MilestoneTexts = { title: Texts };

export const milestoneTexts: Record<string, MilestoneTexts> = {
  'm-ec-2003': {
    title: { sr: 'Ниш постаје члан мреже Energy Cities', en: 'Niš becomes a member of Energy Cities' },
  },
  'm-ecad-2007': {
    title: {
      sr: 'Ниш приступа ECAD-у на 14. конференцији градоначелника у Истанбулу',
      en: 'Niš joins ECAD at the 14th Mayors’ Conference in Istanbul',
    },
  },
  'm-ire': {
    title: {
      sr: 'Ниш приступа Институту региона Европе',
      en: 'Niš joins the Institute of the Regions of Europe',
    },
  },
  'm-b40': {
    title: {
      sr: 'Ниш приступа Мрежи балканских градова Б40',
      en: 'Niš joins the Balkan Cities Network B40',
    },
  },
  'm-avec': {
    title: {
      sr: 'Ниш приступа Асоцијацији европских градова културе (AVEC)',
      en: 'Niš accedes to the Alliance of European Cultural Cities (AVEC)',
    },
  },
  'm-mou': {
    title: {
      sr: 'Потписан меморандум о разумевању са Пројектом одрживог локалног развоја (УСАИД)',
      en: 'Memorandum of understanding signed with the USAID Sustainable Local Development Project',
    },
  },
  'm-im': {
    title: {
      sr: 'Потписан споразум о међуопштинској сарадњи; образовано међуопштинско партнерство',
      en: 'Inter-municipal cooperation agreement signed; inter-municipal partnership formed',
    },
  },
  'm-ui': {
    title: {
      sr: 'Потписан споразум о сарадњи са Урбан институтом',
      en: 'Cooperation agreement with the Urban Institute signed',
    },
  },
  'm-centres': {
    title: {
      sr: 'Ниш и Нови Сад изабрани за прва два главна развојна центра',
      en: 'Niš and Novi Sad chosen as the first two main development centres',
    },
  },
};
