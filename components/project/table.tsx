import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { PublicationMark } from '#components/publication-mark.tsx';
import { addressOf, type Asked } from '#components/record/register-desk.tsx';
import { Standing } from '#components/standing.tsx';
import { Table } from '#components/table.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { belgradeToday, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { projectState } from '#office/project/project.ts';
import type { ProjectLine } from '#office/project/read.ts';

type Props = { lines: readonly ProjectLine[]; form: WrittenForm; path: string; asked: Asked; today: string };

export function ProjectTable({ lines, form, path, asked, today }: Props) {
  const t = useTranslations('record.table');
  const fields = useTranslations('fields.project');
  const roles = useTranslations('vocabulary.partnerRole');
  const sort = asked.sort ?? 'name';
  const head = (key: string, label: string, direction: 'ascending' | 'descending') => ({
    key, label, href: addressOf(path, { ...asked, sort: key }), sorted: sort === key ? direction : undefined,
  });
  return (
    <Table caption={t('caption')} columns={[
      head('name', fields('title'), 'ascending'), head('code', t('code'), 'ascending'), { key: 'state', label: fields('state') },
      { key: 'ourRole', label: fields('ourRole') }, { key: 'publication', label: t('publication') }, { key: 'verification', label: t('verification') },
      head('changed', t('changed'), 'descending'),
    ]}>
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row"><a href={`${path}/${line.id}`}><LocalTextView text={line.title} form={form} /></a></th>
          <td className="code">{line.code}</td>
          <td><Standing of="project" standing={projectState(line.acts, today)} /></td>
          <td>{line.ourRole ? roles(line.ourRole) : null}</td>
          <td><PublicationMark state={line.publication} /></td>
          <td><VerificationMark state={line.verification} /></td>
          <td className="num">{writeDay(belgradeToday(line.changedAt), form, 'table')}</td>
        </tr>
      ))}
    </Table>
  );
}
