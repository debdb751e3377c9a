import { LocalTextView } from '#components/local-text.tsx';
import type { Column } from '#components/table/column.ts';
import { keptColumns, wordColumn } from '#components/table/columns.tsx';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import { words } from '#messages/words.ts';
import type { OrganisationRow } from '#office/organisation/list.ts';

/** The organisations in the workspace, each with its acronym. */
export function organisationColumns(form: WrittenForm, path: string): Column<OrganisationRow>[] {
  const fields = words(form, 'fields.organisation');
  const table = words(form, 'record.table');
  const kinds = words(form, 'vocabulary.organisationKind');
  const { code, publication, verification, verifiedOn, changed } = keptColumns<OrganisationRow>(form);
  return [
    {
      key: 'name', label: fields('name'), sort: 'up', lead: true, cell: ({ id, name, acronym }) => (
        <><a href={`${path}/${id}`}>{name ? <LocalTextView text={name} form={form} /> : table('untitled')}</a>{textIn(acronym, form) === textIn(name, form) ? null : <small>{textIn(acronym, form)}</small>}</>
      ),
      text: ({ name }) => textIn(name, form),
    },
    code,
    { ...wordColumn('kind', fields('kind'), ({ kind }: OrganisationRow) => kind && kinds(kind)), usual: true },
    { ...wordColumn('country', fields('country'), ({ country }: OrganisationRow) => country && countryName(country, form)), usual: true },
    wordColumn('place', fields('place'), ({ place }) => textIn(place, form)), wordColumn('acronym', fields('acronym'), ({ acronym }) => textIn(acronym, form)),
    wordColumn('website', fields('website'), ({ website }) => website),
    publication, verification, verifiedOn, changed,
  ];
}
