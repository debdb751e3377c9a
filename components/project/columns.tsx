import { LocalTextView } from '#components/local-text.tsx';
import { Standing } from '#components/standing.tsx';
import type { Column } from '#components/table/column.ts';
import { dateColumn, keptColumns, ownerColumn, wordColumn } from '#components/table/columns.tsx';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { ProjectRow } from '#office/project/list.ts';
import { projectState } from '#office/project/project.ts';

/** The projects in the workspace; `today` is the ISO day of their states. */
export function projectColumns(form: WrittenForm, path: string, names: ReadonlyMap<string, string>, today: string): Column<ProjectRow>[] {
  const fields = words(form, 'fields.project');
  const table = words(form, 'record.table');
  const states = words(form, 'states.project');
  const roles = words(form, 'vocabulary.partnerRole');
  const { code, publication, verification, verifiedOn, changed } = keptColumns<ProjectRow>(form);
  return [
    {
      key: 'name', label: fields('title'), sort: 'up', lead: true, cell: ({ id, title, programme }) => (
        <><a href={`${path}/${id}`}>{title ? <LocalTextView text={title} form={form} /> : table('untitled')}</a><small>{textIn(programme?.name, form)}</small></>
      ),
      text: ({ title }) => textIn(title, form),
    },
    code,
    {
      key: 'state', label: fields('state'), usual: true, cell: ({ acts }) => <Standing of="project" standing={projectState(acts, today)} />,
      text: ({ acts }) => states(projectState(acts, today), { gender: 'masculine' }),
    },
    { ...wordColumn('ourRole', fields('ourRole'), ({ ourRole }: ProjectRow) => ourRole && roles(ourRole)), usual: true },
    { ...dateColumn<ProjectRow>('start', table('start'), form, ({ actualStart, plannedStart }) => actualStart ?? plannedStart), sort: 'down' },
    dateColumn('end', table('end'), form, ({ actualEnd, plannedEnd }) => actualEnd ?? plannedEnd),
    wordColumn('acronym', fields('acronym'), ({ acronym }) => textIn(acronym, form)), wordColumn('programme', fields('programmeId'), ({ programme }) => textIn(programme?.name, form)),
    publication, verification, ownerColumn(form, names), verifiedOn, changed,
  ];
}
