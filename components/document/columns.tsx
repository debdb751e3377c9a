import { LocalTextView } from '#components/local-text.tsx';
import type { Column } from '#components/table/column.ts';
import { dateColumn, keptColumns, wordColumn } from '#components/table/columns.tsx';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { languageName } from '#messages/names.ts';
import { words } from '#messages/words.ts';
import type { DocumentRow } from '#office/document/list.ts';

/** The documents in the workspace. */
export function documentColumns(form: WrittenForm, path: string): Column<DocumentRow>[] {
  const fields = words(form, 'fields.document');
  const table = words(form, 'record.table');
  const vocabulary = words(form, 'vocabulary');
  const stages = words(form, 'states.document');
  const { code, publication, verification, verifiedOn, changed } = keptColumns<DocumentRow>(form);
  return [
    {
      key: 'name', label: fields('title'), sort: 'up', lead: true,
      cell: ({ id, title }) => <a href={`${path}/${id}`}>{title ? <LocalTextView text={title} form={form} /> : table('untitled')}</a>, text: ({ title }) => textIn(title, form),
    },
    code,
    { ...wordColumn('kind', fields('kind'), ({ kind }: DocumentRow) => kind && vocabulary(`documentKind.${kind}`)), usual: true },
    { ...dateColumn<DocumentRow>('dated', fields('dated'), form, ({ dated }) => dated), sort: 'down', usual: true },
    { ...wordColumn('stage', fields('stage'), ({ stage }: DocumentRow) => stages(stage)), usual: true },
    { ...wordColumn('visibility', fields('visibility'), ({ visibility }: DocumentRow) => vocabulary(`visibility.${visibility}`)), usual: true },
    wordColumn('language', fields('language'), ({ language }) => language && languageName(language, form)),
    publication, { ...verification, usual: false }, verifiedOn, changed,
  ];
}
