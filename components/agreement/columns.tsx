import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { Standing } from '#components/standing.tsx';
import type { Column } from '#components/table/column.ts';
import { keptColumns, ownerColumn, spanColumn, wordColumn } from '#components/table/columns.tsx';
import { writeDay } from '#messages/dates.ts';
import { genderOf } from '#messages/gender.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { AgreementRow } from '#office/agreement/table.ts';

/** The agreements in the workspace, with the other parties under each title. */
export function agreementColumns(form: WrittenForm, path: string, names: ReadonlyMap<string, string>): Column<AgreementRow>[] {
  const fields = words(form, 'fields.agreement');
  const desk = words(form, 'agreements.desk');
  const table = words(form, 'record.table');
  const states = words(form, 'states.standing');
  const vocabulary = words(form, 'vocabulary');
  const { code, publication, verification, verifiedOn, changed } = keptColumns<AgreementRow>(form);
  const others = ({ parties }: AgreementRow) => parties.filter(({ side }) => side === 'them').map(({ organisation }) => textIn(organisation?.acronym ?? organisation?.name, form)).filter(Boolean).join(', ');
  return [
    {
      key: 'title', label: fields('title'), sort: 'up', lead: true,
      cell: (line) => <><a href={`${path}/${line.id}`}>{line.title ? <LocalTextView text={line.title} form={form} /> : table('untitled')}</a><small>{others(line)}</small></>,
      text: ({ title }) => textIn(title, form),
    },
    code,
    { ...wordColumn<AgreementRow>('parties', table('parties'), others), cell: others },
    {
      key: 'signed', label: desk('signedOn'), sort: 'down', usual: true, look: 'nobr',
      cell: ({ standing: { signedOn } }) => (signedOn ? <FuzzyDateView edtf={signedOn.edtf} form={form} look="table" /> : <span className="unknown">{desk('noDate')}</span>),
      text: ({ standing: { signedOn } }) => signedOn?.edtf ?? '',
    },
    {
      key: 'standing', label: desk('standing'), usual: true, cell: ({ type, standing }) => <Standing of="agreement" standing={standing.sign} gender={genderOf(type ?? '')} />,
      text: ({ type, standing }) => states(standing.sign, { gender: genderOf(type ?? '') }),
    },
    publication, verification, { ...ownerColumn<AgreementRow>(form, names), usual: true },
    wordColumn('type', fields('type'), ({ type }) => type && vocabulary(`agreementType.${type}`)),
    wordColumn('procedure', fields('procedure'), ({ procedure }) => procedure && vocabulary(`procedure.${procedure}`)),
    wordColumn('fields', fields('fields'), ({ fields: held }) => held.map((field) => vocabulary(`field.${field}`)).join(', ')),
    spanColumn('valid', table('valid'), form, ({ validFrom, validTo }) => [validFrom, validTo]),
    dayColumn('endsBy', desk('endsBy'), form, ({ standing }) => standing.endsBy), dayColumn('decideBy', desk('decideBy'), form, ({ standing }) => standing.decideBy),
    verifiedOn, { ...changed, usual: false },
  ];
}

function dayColumn(key: string, label: string, form: WrittenForm, of: (line: AgreementRow) => string | null): Column<AgreementRow> {
  return { key, label, look: 'nobr', cell: (line) => (of(line) ? writeDay(of(line) as string, form, 'table') : null), text: (line) => of(line) ?? '' };
}
