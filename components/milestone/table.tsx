import { useTranslations } from 'next-intl';
import { DueMark } from '#components/due-mark.tsx';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { MilestoneMark } from '#components/milestone-list.tsx';
import { PublicationMark } from '#components/publication-mark.tsx';
import { addressOf, type Asked } from '#components/record/register-desk.tsx';
import { Table } from '#components/table.tsx';
import { belgradeToday, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { dateOf, milestoneState, timing } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';

type Props = { lines: readonly MilestoneLine[]; form: WrittenForm; path: string; asked: Asked; today: string };

export function MilestoneTable({ lines, form, path, asked, today }: Props) {
  const t = useTranslations('record.table');
  const fields = useTranslations('fields.milestone');
  const kinds = useTranslations('vocabulary.milestoneKind');
  const sort = asked.sort ?? 'date';
  const head = (key: string, label: string, direction: 'ascending' | 'descending') => ({
    key, label, href: addressOf(path, { ...asked, sort: key }), sorted: sort === key ? direction : undefined,
  });
  return (
    <Table caption={t('caption')} columns={[
      head('name', fields('title'), 'ascending'), head('code', t('code'), 'ascending'), head('date', fields('date'), 'descending'), { key: 'state', label: fields('state') },
      { key: 'kind', label: fields('kind') }, { key: 'publication', label: t('publication') }, head('changed', t('changed'), 'descending'),
    ]}>
      {lines.map((line) => {
        const state = milestoneState(line);
        const due = timing({ planned: line.planned, state }, today);
        return (
          <tr key={line.id}>
            <th scope="row"><a href={`${path}/${line.id}`}><LocalTextView text={line.title} form={form} /></a></th>
            <td className="code">{line.code}</td>
            <td><FuzzyDateView edtf={dateOf(line)?.edtf} form={form} look="table" /></td>
            <td><MilestoneMark state={state} /> {due ? <DueMark kind={due.kind} days={due.days} what="milestone" /> : null}</td>
            <td>{line.kind ? kinds(line.kind) : null}</td>
            <td><PublicationMark state={line.publication} /></td>
            <td className="num">{writeDay(belgradeToday(line.changedAt), form, 'table')}</td>
          </tr>
        );
      })}
    </Table>
  );
}
