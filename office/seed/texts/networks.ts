import type { OrganisationTexts } from '#office/seed/texts/organisations.ts';
import { latinOnly } from '#office/seed/texts/text.ts';
import type { Texts } from '#office/seed/texts/text.ts';

/** `members` and `countries` are the counted words, in the case that the number before them asks for. */
export type NetworkTexts = Omit<OrganisationTexts, 'description'> & {
  scope: Texts;
  /** What the network is for: the description of its organisation. */
  purpose: Texts;
  /** What the City expects of its membership. */
  benefit?: Texts;
  legalForm?: Texts;
  members?: Texts;
  countries?: Texts;
};

export const networkTexts: Record<string, NetworkTexts> = {
  ire: {
    name: {
      sr: 'Институт региона Европе',
      en: 'Institute of the Regions of Europe',
      other: { de: 'Institut der Regionen Europas' },
      published: ['sr'],
    },
    acronym: latinOnly('IRE'),
    scope: { sr: 'Европа: општине, градови и региони', en: 'Europe: municipalities, cities and regions' },
    purpose: {
      sr: 'Институт настоји да општине, градови и региони буду видљивији у Европи и да имају чвршће место у политичком одлучивању. Томе служе стручне конференције, студије, иницијативе и публикације.',
      en: 'The Institute works to make municipalities, cities and regions more visible in Europe and to strengthen their place in political decision-making. Its means are specialist conferences, studies, initiatives and publications.',
    },
    benefit: {
      sr: 'Непосредне везе Града са локалним и регионалним властима у Европској унији; бољи услови за развојну политику и за коришћење (прет)приступних фондова.',
      en: 'Direct links for the City with local and regional authorities in the European Union; better conditions for development policy and for the use of (pre-)accession funds.',
    },
    members: {
      sr: 'региона, градова, установа и предузећа',
      en: 'regions, cities, institutions and companies',
    },
  },
  b40: {
    name: {
      sr: 'Мрежа балканских градова Б40',
      en: 'Balkan Cities Network B40',
      published: ['sr', 'en'],
    },
    acronym: { sr: 'Б40', en: 'B40' },
    scope: { sr: 'Балкан', en: 'The Balkans' },
    purpose: {
      sr: 'Мрежа окупља балканске градове са заједничком визијом европске будућности. Градови сарађују на томе да се Нова урбана агенда и циљеви одрживог развоја остваре на локалном нивоу.',
      en: 'The network brings together Balkan cities with a shared vision of a European future. The cities work together to put the New Urban Agenda and the Sustainable Development Goals into practice locally.',
    },
    members: { sr: 'града', en: 'cities' },
    countries: { sr: 'земаља', en: 'countries' },
  },
  avec: {
    name: {
      sr: 'Асоцијација европских градова културе',
      en: 'Alliance of European Cultural Cities',
      other: { fr: 'Alliance de Villes Européennes de Culture' },
      published: ['sr'],
    },
    acronym: latinOnly('AVEC'),
    scope: { sr: 'Европа: култура и наслеђе', en: 'Europe: culture and heritage' },
    purpose: {
      sr: 'Градови чланови прихватају европске стандарде квалитета у управљању културним и историјским наслеђем и савременом културом града, у складу са одрживим развојем.',
      en: 'Member cities adopt European quality standards in managing their cultural and historic heritage and their contemporary culture, in line with sustainable development.',
    },
  },
  ecad: {
    name: {
      sr: 'Европски градови против дрога',
      en: 'European Cities Against Drugs',
      published: ['sr', 'en'],
    },
    acronym: latinOnly('ECAD'),
    scope: { sr: 'Европа: превенција злоупотребе дрога', en: 'Europe: drug prevention' },
    purpose: {
      sr: 'ECAD се залаже за Европу без дрога и развија иницијативе против злоупотребе дрога. Подржава конвенције Уједињених нација против легализације.',
      en: 'ECAD promotes a drug-free Europe and develops initiatives against drug abuse. It supports the United Nations conventions against legalisation.',
    },
    legalForm: { sr: 'непрофитна организација', en: 'non-profit organisation' },
  },
  'energy-cities': {
    name: latinOnly('Energy Cities', { published: ['en'] }),
    otherNames: [
      {
        name: {
          sr: 'Асоцијација градова за енергетску ефикасност и промоцију одрживих енергетских стратегија кроз локално деловање',
          en: 'Energy Cities',
          published: ['sr', 'en'],
        },
        note: {
          sr: 'Назив на српском, како га објављује Град; скраћено: Асоцијација градова за енергетску ефикасност.',
          en: 'The Serbian name as the City publishes it.',
        },
      },
    ],
    scope: { sr: 'Европа: локалне власти, енергија', en: 'Europe: local authorities, energy' },
    purpose: {
      sr: 'Европско удружење локалних власти које саме обликују своју енергетску будућност. Подстиче енергетску ефикасност и одрживе енергетске стратегије кроз локално деловање.',
      en: 'The European association of local authorities that shape their own energy future. It promotes energy efficiency and sustainable energy strategies through local action.',
    },
    members: { sr: 'локалних власти', en: 'local authorities' },
    countries: { sr: 'земаља', en: 'countries' },
  },
  lhc: {
    name: { sr: 'Лига историјских градова', en: 'League of Historical Cities', published: ['sr'] },
    scope: { sr: 'Историјски градови', en: 'Historic cities' },
    purpose: {
      sr: 'Кроз мрежу Град представља историјско и културно наслеђе Ниша у свету и сарађује са другим градовима члановима.',
      en: 'Through the network the City presents the historic and cultural heritage of Niš internationally and works with the other member cities.',
    },
  },
  naled: {
    name: {
      sr: 'Национална алијанса за локални економски развој',
      en: 'National Alliance for Local Economic Development',
      published: ['sr'],
    },
    acronym: { sr: 'НАЛЕД', en: 'NALED', published: ['sr', 'latn'] },
    scope: { sr: 'Србија', en: 'Serbia' },
    purpose: {
      sr: 'Алијанса је настала као иницијатива у оквиру програма МЕГА („Подстицај економском развоју општина“), који финансира УСАИД, а спроводи Урбан институт из Вашингтона.',
      en: 'The Alliance was founded as an initiative within the MEGA programme, financed by USAID and implemented by the Urban Institute from Washington.',
    },
  },
  skgo: {
    name: {
      sr: 'Стална конференција градова и општина',
      en: 'Standing Conference of Towns and Municipalities (SCTM)',
      published: ['sr'],
    },
    acronym: { sr: 'СКГО', en: 'SCTM', published: ['sr', 'latn'] },
    scope: { sr: 'Србија: градови и општине', en: 'Serbia: towns and municipalities' },
    purpose: {
      sr: 'Национално удружење локалних власти. Ради на развоју локалне самоуправе, повезује чланице, подстиче сарадњу на локалном и међународном нивоу и утврђује заједничке интересе и циљеве.',
      en: 'The national association of local authorities. It develops local self-government, links its members, fosters cooperation at local and international level, and defines common interests and aims.',
    },
  },
};
