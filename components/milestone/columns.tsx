import { DueMark } from '#components/due-mark.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { MilestoneMark } from '#components/milestone-list.tsx';
import type { Column } from '#components/table/column.ts';
import { dateColumn, keptColumns, ownerColumn, wordColumn } from '#components/table/columns.tsx';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { MilestoneRow } from '#office/milestone/list.ts';
import { dateOf, milestoneState, timing } from '#office/milestone/milestone.ts';

/** The milestones in the workspace, with what each belongs to; `today` is the ISO day by which they are late. */
export function milestoneColumns(form: WrittenForm, path: string, names: ReadonlyMap<string, string>, today: string): Column<MilestoneRow>[] {
  const fields = words(form, 'fields.milestone');
  const table = words(form, 'record.table');
  const states = words(form, 'states.milestone');
  const kinds = words(form, 'vocabulary.milestoneKind');
  const { code, publication, verification, verifiedOn, changed } = keptColumns<MilestoneRow>(form);
  const belongsTo = ({ belongsTo: owners }: MilestoneRow) => owners.map(({ name, code: called }) => textIn(name, form) || called).join(', ');
  return [
    {
      key: 'name', label: fields('title'), sort: 'up', lead: true,
      cell: (line) => <><a href={`${path}/${line.id}`}>{line.title ? <LocalTextView text={line.title} form={form} /> : table('untitled')}</a><small>{belongsTo(line)}</small></>,
      text: ({ title }) => textIn(title, form),
    },
    code,
    { ...dateColumn<MilestoneRow>('date', fields('date'), form, dateOf), sort: 'down', usual: true },
    dateColumn<MilestoneRow>('planned', fields('planned'), form, ({ planned }) => planned),
    { key: 'state', label: fields('state'), usual: true, cell: (line) => <StateAndTime line={line} today={today} />, text: (line) => states(milestoneState(line)) },
    { ...wordColumn('kind', fields('kind'), ({ kind }: MilestoneRow) => kind && kinds(kind)), usual: true },
    wordColumn('belongsTo', table('belongsTo'), belongsTo),
    { ...wordColumn<MilestoneRow>('progress', fields('progress'), ({ progress }) => `${progress} %`), look: 'num' },
    publication, { ...verification, usual: false }, { ...ownerColumn<MilestoneRow>(form, names), usual: true }, verifiedOn, { ...changed, usual: false },
  ];
}

function StateAndTime({ line, today }: { line: MilestoneRow; today: string }) {
  const state = milestoneState(line);
  const due = timing({ planned: line.planned, state }, today);
  return <><MilestoneMark state={state} /> {due ? <DueMark kind={due.kind} days={due.days} what="milestone" /> : null}</>;
}
