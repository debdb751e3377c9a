import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { PublicationMark } from '#components/publication-mark.tsx';
import { addressOf, type Asked } from '#components/record/register-desk.tsx';
import { Table } from '#components/table.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { belgradeToday, writeDate, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { ProgrammeLine } from '#office/programme/read.ts';

type Props = { lines: readonly ProgrammeLine[]; form: WrittenForm; path: string; asked: Asked };

/** The programmes of the workspace. */
export function ProgrammeTable({ lines, form, path, asked }: Props) {
  const t = useTranslations('record.table');
  const desk = useTranslations('programmes.desk');
  const fields = useTranslations('fields.programme');
  const sort = asked.sort ?? 'name';
  const head = (key: string, label: string, direction: 'ascending' | 'descending') => ({
    key, label, href: addressOf(path, { ...asked, sort: key }), sorted: sort === key ? direction : undefined,
  });
  return (
    <Table caption={t('caption')} columns={[
      head('name', fields('name'), 'ascending'), head('code', t('code'), 'ascending'), { key: 'period', label: desk('period') },
      { key: 'publication', label: t('publication') }, { key: 'verification', label: t('verification') }, head('changed', t('changed'), 'descending'),
    ]}>
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row"><a href={`${path}/${line.id}`}><LocalTextView text={line.name} form={form} /></a></th>
          <td className="code">{line.code}</td>
          <td>{[line.periodFrom, line.periodTo].map((date) => (date ? writeDate(date.edtf, form, 'table') : '…')).join(' – ')}</td>
          <td><PublicationMark state={line.publication} /></td>
          <td><VerificationMark state={line.verification} /></td>
          <td className="num">{writeDay(belgradeToday(line.changedAt), form, 'table')}</td>
        </tr>
      ))}
    </Table>
  );
}
