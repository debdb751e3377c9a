import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { PublicationMark } from '#components/publication-mark.tsx';
import { addressOf, type Asked } from '#components/record/register-desk.tsx';
import { Table } from '#components/table.tsx';
import { belgradeToday, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { DocumentLine } from '#office/document/read.ts';

type Props = { lines: readonly DocumentLine[]; form: WrittenForm; path: string; asked: Asked };

export function DocumentTable({ lines, form, path, asked }: Props) {
  const t = useTranslations('record.table');
  const fields = useTranslations('fields.document');
  const words = useTranslations('vocabulary');
  const stages = useTranslations('states.document');
  const sort = asked.sort ?? 'name';
  const head = (key: string, label: string, direction: 'ascending' | 'descending') => ({
    key, label, href: addressOf(path, { ...asked, sort: key }), sorted: sort === key ? direction : undefined,
  });
  return (
    <Table caption={t('caption')} columns={[
      head('name', fields('title'), 'ascending'), head('code', t('code'), 'ascending'), { key: 'kind', label: fields('kind') }, head('dated', fields('dated'), 'descending'),
      { key: 'stage', label: fields('stage') }, { key: 'visibility', label: fields('visibility') }, { key: 'publication', label: t('publication') }, head('changed', t('changed'), 'descending'),
    ]}>
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row"><a href={`${path}/${line.id}`}><LocalTextView text={line.title} form={form} /></a></th>
          <td className="code">{line.code}</td>
          <td>{line.kind ? words(`documentKind.${line.kind}`) : null}</td>
          <td><FuzzyDateView edtf={line.dated?.edtf} form={form} look="table" /></td>
          <td>{stages(line.stage)}</td>
          <td>{words(`visibility.${line.visibility}`)}</td>
          <td><PublicationMark state={line.publication} /></td>
          <td className="num">{writeDay(belgradeToday(line.changedAt), form, 'table')}</td>
        </tr>
      ))}
    </Table>
  );
}
