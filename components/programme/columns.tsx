import { LocalTextView } from '#components/local-text.tsx';
import type { Column } from '#components/table/column.ts';
import { keptColumns, spanColumn, wordColumn } from '#components/table/columns.tsx';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { ProgrammeRow } from '#office/programme/list.ts';

/** The programmes in the workspace. */
export function programmeColumns(form: WrittenForm, path: string): Column<ProgrammeRow>[] {
  const fields = words(form, 'fields.programme');
  const table = words(form, 'record.table');
  const { code, publication, verification, verifiedOn, changed } = keptColumns<ProgrammeRow>(form);
  return [
    {
      key: 'name', label: fields('name'), sort: 'up', lead: true,
      cell: ({ id, name }) => <a href={`${path}/${id}`}>{name ? <LocalTextView text={name} form={form} /> : table('untitled')}</a>, text: ({ name }) => textIn(name, form),
    },
    code,
    { ...spanColumn<ProgrammeRow>('period', words(form, 'programmes.desk')('period'), form, ({ periodFrom, periodTo }) => [periodFrom, periodTo]), sort: 'down', usual: true },
    wordColumn('acronym', fields('acronym'), ({ acronym }) => textIn(acronym, form)),
    { ...wordColumn('funder', fields('funderId'), ({ funder }: ProgrammeRow) => textIn(funder?.name, form)) },
    wordColumn('cci', fields('cci'), ({ cci }) => cci),
    publication, verification, verifiedOn, changed,
  ];
}
