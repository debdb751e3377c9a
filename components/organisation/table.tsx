import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { PublicationMark } from '#components/publication-mark.tsx';
import { addressOf, type Asked } from '#components/record/register-desk.tsx';
import { Table } from '#components/table.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { writeDay, belgradeToday } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import type { OrganisationLine } from '#office/organisation/read.ts';

type Props = { lines: readonly OrganisationLine[]; form: WrittenForm; path: string; asked: Asked };

export function OrganisationTable({ lines, form, path, asked }: Props) {
  const t = useTranslations('record.table');
  const fields = useTranslations('fields.organisation');
  const kinds = useTranslations('vocabulary.organisationKind');
  const sort = asked.sort ?? 'name';
  const head = (key: string, label: string, direction: 'ascending' | 'descending') => ({
    key, label, href: addressOf(path, { ...asked, sort: key }), sorted: sort === key ? direction : undefined,
  });
  return (
    <Table caption={t('caption')} columns={[
      head('name', fields('name'), 'ascending'), head('code', t('code'), 'ascending'), { key: 'kind', label: fields('kind') },
      { key: 'country', label: fields('country') }, { key: 'publication', label: t('publication') }, { key: 'verification', label: t('verification') },
      head('changed', t('changed'), 'descending'),
    ]}>
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row"><a href={`${path}/${line.id}`}><LocalTextView text={line.name} form={form} /></a></th>
          <td className="code">{line.code}</td>
          <td>{line.kind ? kinds(line.kind) : null}</td>
          <td>{line.country ? countryName(line.country, form) : null}</td>
          <td><PublicationMark state={line.publication} /></td>
          <td><VerificationMark state={line.verification} /></td>
          <td className="num">{writeDay(belgradeToday(line.changedAt), form, 'table')}</td>
        </tr>
      ))}
    </Table>
  );
}
