import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { PublicationMark } from '#components/publication-mark.tsx';
import { addressOf, type Asked } from '#components/record/register-desk.tsx';
import { Standing } from '#components/standing.tsx';
import { Table } from '#components/table.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { belgradeToday, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { MembershipLine } from '#office/membership/read.ts';

type Props = { lines: readonly MembershipLine[]; form: WrittenForm; path: string; asked: Asked };

/** The memberships of the workspace, by network. */
export function MembershipTable({ lines, form, path, asked }: Props) {
  const t = useTranslations('record.table');
  const desk = useTranslations('networks.desk');
  const sort = asked.sort ?? 'network';
  const head = (key: string, label: string, direction: 'ascending' | 'descending') => ({
    key, label, href: addressOf(path, { ...asked, sort: key }), sorted: sort === key ? direction : undefined,
  });
  return (
    <Table caption={t('caption')} columns={[
      head('network', desk('network'), 'ascending'), head('code', t('code'), 'ascending'), { key: 'member', label: desk('member') }, { key: 'since', label: desk('since') },
      { key: 'state', label: desk('state') }, { key: 'publication', label: t('publication') }, { key: 'verification', label: t('verification') },
      head('changed', t('changed'), 'descending'),
    ]}>
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row"><a href={`${path}/${line.id}`}>{line.network ? <LocalTextView text={line.network.name} form={form} /> : desk('noNetwork')}</a></th>
          <td className="code">{line.code}</td>
          <td>{line.member ? <LocalTextView text={line.member.name} form={form} /> : null}</td>
          <td><FuzzyDateView edtf={line.joined?.edtf} form={form} look="table" unknown="neuter" /></td>
          <td><Standing of="membership" standing={line.state} gender="neuter" /></td>
          <td><PublicationMark state={line.publication} /></td>
          <td><VerificationMark state={line.verification} /></td>
          <td className="num">{writeDay(belgradeToday(line.changedAt), form, 'table')}</td>
        </tr>
      ))}
    </Table>
  );
}
