import { writeDate } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Column } from './column.ts';

/** What the example row of a template holds: the texts of a record, so in their own language whatever the reader's. */
const examples: Readonly<Record<string, string>> = {
  organisation: 'Град Пример', organisationEnglish: 'City of Example', organisationKind: 'local_government', country: 'SI', place: 'Пример', placeEnglish: 'Example',
  address: 'https://www.example.org', source: 'Допис канцеларије https://www.example.org/dopis',
  agreement: 'Споразум о сарадњи Града Ниша и Града Примера', agreementEnglish: 'Cooperation agreement between the City of Niš and the City of Example',
  agreementType: 'cooperation_agreement', procedure: 'foreign_city', ourParty: 'Град Ниш', theirParty: 'Град Пример', date: '2018-06-12', decisionDate: '2018-05-24', actNumber: '06-512/2018-02', gazette: 'Службени лист Града Ниша, бр. 45/2018', ourSignatory: 'Име Презиме', laterDate: '2028',
  amount: '9000.00 EUR', scope: 'city_share', network: 'Мрежа Пример', project: 'Пројекат Пример', projectEnglish: 'Project Example', ourRole: 'partner',
  milestone: 'Потписан споразум са Градом Примером', milestoneEnglish: 'Agreement with the City of Example signed', milestoneKind: 'agreement_signed',
};

/** The example of a column, its codes and dates in the words of the form; '' where it has none. */
export function exampleOf({ example, codes, holds }: Column, form: WrittenForm): string {
  const held = example ? examples[example] ?? '' : '';
  if (!held) return '';
  if (codes) return codes.word(held, form);
  return holds === 'date' ? writeDate(held, form, 'table') : held;
}
