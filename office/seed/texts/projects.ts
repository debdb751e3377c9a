import { latinOnly } from '#office/seed/texts/text.ts';
import type { Texts } from '#office/seed/texts/text.ts';

/**
 * Components and results stand in the order of the facts. `partnerNotes` keep the source's own word
 * for a role, keyed by the organisation's id. An objective stands only where the facts give one.
 */
export type ProjectTexts = {
  title: Texts;
  acronym?: Texts;
  summary: Texts;
  objective?: Texts;
  themes?: readonly Texts[];
  components?: readonly Texts[];
  results?: readonly Texts[];
  places?: readonly Texts[];
  amountNote?: Texts;
  /** The word after the number of partners. */
  partners?: Texts;
  partnerNotes?: Record<string, Texts>;
};

const participant: Texts = { sr: 'учесник', en: 'participant' };
const developmentCentre: Texts = { sr: 'развојни центар', en: 'development centre' };
const municipalPartner: Texts = { sr: 'општина партнер', en: 'municipal partner' };

export const projectTexts: Record<string, ProjectTexts> = {
  'exchange-2': {
    title: {
      sr: 'EXCHANGE 2 – Заједничка подршка локалним самоуправама у Србији',
      en: 'EXCHANGE 2 – Joint support to local governments in Serbia',
      published: ['latn'],
    },
    acronym: latinOnly('EXCHANGE 2'),
    summary: {
      sr: 'Заједничка подршка локалним самоуправама у Србији. Град Ниш је корисник.',
      en: 'Joint support to local governments in Serbia. The City of Niš is a beneficiary.',
    },
    objective: {
      sr: 'Јачање локалних капацитета: знање, вођење стратешких пројеката, коришћење финансијских средстава и приступ међународним фондовима и инвеститорима.',
      en: 'Stronger local capacities: knowledge, strategic project management, the use of financial resources, and access to international funds and investors.',
    },
    results: [
      {
        sr: 'преношење знања потребног за јачање локалних капацитета',
        en: 'transfer of the knowledge needed to strengthen local capacities',
      },
      {
        sr: 'развој система за управљање стратешким пројектима',
        en: 'development of strategic project management systems',
      },
      { sr: 'коришћење финансијских средстава', en: 'use of financial resources' },
      { sr: 'приступ међународним фондовима и инвеститорима', en: 'access to international funds and investors' },
    ],
  },
  transpower: {
    title: latinOnly('TRANSPOWER', { published: ['latn'] }),
    summary: {
      sr: 'Пројекат је посвећен градском саобраћају који не загађује животну средину, јавном превозу, интегрисаном планирању и немоторизованом саобраћају. Финансира га Европска унија, спроводи GTZ, а Град Ниш је партнер.',
      en: 'The project is about urban transport that does not pollute the environment, public transport, integrated planning and non-motorised transport. It is financed by the European Union and implemented by GTZ; the City of Niš is a partner.',
    },
    partners: { sr: 'партнера', en: 'partners' },
    themes: [
      {
        sr: 'градски саобраћај који не загађује животну средину',
        en: 'urban transport that does not pollute the environment',
      },
      { sr: 'јавни превоз', en: 'public transport' },
      { sr: 'интегрисано планирање', en: 'integrated planning' },
      { sr: 'немоторизовани саобраћај', en: 'non-motorised transport' },
    ],
    results: [
      {
        sr: 'спровођење малих, посебно прилагођених пројеката уз стручни надзор',
        en: 'implementation of small, tailor-made projects under supervision',
      },
      { sr: 'размена искустава и стручњака', en: 'exchange of experience and of professionals' },
      { sr: 'јачи капацитети установа које учествују', en: 'stronger capacities of the participating institutions' },
    ],
  },
  'klaster-sireva-jug': {
    title: {
      sr: 'Кластер сирева Југ',
      latn: 'Klaster Sireva Jug',
      en: 'Cheese Cluster South',
      published: ['latn'],
    },
    summary: {
      sr: 'Пројекат у оквиру програма RSEDP 2 за млекарство Топличког, Нишавског и Пиротског округа. Град Ниш је учесник.',
      en: 'A project under the RSEDP 2 programme for the dairy industry of the Toplica, Nišava and Pirot districts. The City of Niš is a participant.',
    },
    objective: {
      sr: 'Образовање кластера сирева, увођење система квалитета у млекаре и промоција производа кластера.',
      en: 'To form a cheese cluster, to bring a quality system to the dairies and to promote the products of the cluster.',
    },
    components: [
      {
        sr: 'потврда и допуна постојећих налаза о капацитетима млекарства у три округа, са препорукама',
        en: 'confirm and update the existing findings on the capacities of the dairy industry in the three districts, with recommendations',
      },
      {
        sr: 'јачање капацитета организације ORA Jug да оснује и води удружење кластера',
        en: 'raise the capacity of ORA Jug to set up and run a cluster association',
      },
      { sr: 'образовање кластера', en: 'form the cluster' },
      {
        sr: 'сертификација млекара према систему квалитета ISO 22000',
        en: 'certify dairies to the ISO 22000 quality system',
      },
      {
        sr: 'територијални маркетинг за промоцију производа кластера сирева',
        en: 'territorial marketing to promote the products of the cheese cluster',
      },
    ],
    places: [
      { sr: 'Топлички округ', en: 'Toplica district' },
      { sr: 'Нишавски округ', en: 'Nišava district' },
      { sr: 'Пиротски округ', en: 'Pirot district' },
    ],
    partnerNotes: {
      'grad-nis': participant,
      'ora-jug': {
        sr: 'води кластер; улога је закључена, извор је не наводи изричито',
        en: 'runs the cluster; the role is inferred, the source does not state it',
      },
    },
  },
  'usaid-sldp': {
    title: {
      sr: 'Пројекат одрживог локалног развоја (УСАИД)',
      en: 'Sustainable Local Development Project (USAID)',
      published: ['latn'],
    },
    summary: {
      sr: 'Петогодишња иницијатива УСАИД-а, уређена у дванаест кластера и четири главна развојна центра. Ниш и Нови Сад су изабрани за прва два центра, а општине Дољевац, Мерошина и Гаџин Хан су партнери у пројекту.',
      en: 'A five-year USAID initiative organised in twelve clusters and four main development centres. Niš and Novi Sad were chosen as the first two centres; the municipalities of Doljevac, Merošina and Gadžin Han are partners in the project.',
    },
    components: [
      { sr: 'јачање међуопштинске сарадње', en: 'strengthen inter-municipal cooperation' },
      { sr: 'оснаживање локалних самоуправа', en: 'empower local governments' },
      { sr: 'веће учешће грађана', en: 'greater citizen participation' },
      { sr: 'развој младих', en: 'youth development' },
      { sr: 'повољнија клима за развој пословања', en: 'a more favourable climate for business development' },
    ],
    results: [
      { sr: 'нова радна места и нова улагања', en: 'new jobs and new investment' },
      { sr: 'приступ претприступним фондовима ЕУ', en: 'access to EU pre-accession funds' },
      { sr: 'јавно-приватна партнерства', en: 'public–private partnerships' },
      { sr: 'стручно управљање општинама', en: 'professional municipal management' },
      { sr: 'вишак прихода за капитална улагања', en: 'surplus revenue for capital investment' },
      {
        sr: 'конкурентност младих који излазе на тржиште рада',
        en: 'competitiveness of young people entering the labour market',
      },
      {
        sr: 'непосредно учешће водећих привредника у локалном економском развоју',
        en: 'direct engagement of leading businesspeople in local economic development',
      },
      {
        sr: 'јаче локалне самоуправе: транспарентност, одговорност и делокруг рада',
        en: 'stronger local governments: transparency, accountability and scope of action',
      },
    ],
    amountNote: {
      sr: 'Двадесет два милиона је вредност целе иницијативе, а не удео Града. Валута је закључена: извор не каже изричито да је реч о америчким доларима.',
      en: 'Twenty-two million is the value of the whole initiative, not the City’s share. The currency is inferred: the source does not say expressly that these are US dollars.',
    },
    partnerNotes: {
      'grad-nis': developmentCentre,
      'novi-sad': developmentCentre,
      doljevac: municipalPartner,
      merosina: municipalPartner,
      'gadzin-han': municipalPartner,
    },
  },
  'mega-phase-3': {
    title: {
      sr: 'Програм подршке економском развоју општина (МЕГА) – 3. фаза',
      en: 'MEGA programme, phase 3: participation of Niš',
      published: ['latn'],
    },
    acronym: { sr: 'МЕГА', en: 'MEGA' },
    summary: {
      sr: 'Град Ниш учествује у трећој фази програма МЕГА, који финансира УСАИД, а спроводи Урбан институт из Вашингтона.',
      en: 'The City of Niš takes part in the third phase of the MEGA programme, financed by USAID and implemented by the Urban Institute from Washington.',
    },
    partnerNotes: { 'grad-nis': participant },
  },
};
