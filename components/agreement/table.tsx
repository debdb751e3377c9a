import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { PublicationMark } from '#components/publication-mark.tsx';
import { addressOf, type Asked } from '#components/record/register-desk.tsx';
import { Standing } from '#components/standing.tsx';
import { Table } from '#components/table.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { belgradeToday, writeDay } from '#messages/dates.ts';
import { genderOf } from '#messages/gender.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import type { AgreementLine } from '#office/agreement/read.ts';

type Props = { lines: readonly AgreementLine[]; form: WrittenForm; path: string; asked: Asked };

/** The agreements in the workspace, with the other parties under each title. */
export function AgreementTable({ lines, form, path, asked }: Props) {
  const t = useTranslations('record.table');
  const fields = useTranslations('fields.agreement');
  const desk = useTranslations('agreements.desk');
  const sort = asked.sort ?? 'changed';
  const head = (key: string, label: string, direction: 'ascending' | 'descending') => ({
    key, label, href: addressOf(path, { ...asked, sort: key }), sorted: sort === key ? direction : undefined,
  });
  return (
    <Table caption={t('caption')} columns={[
      head('title', fields('title'), 'ascending'), head('code', t('code'), 'ascending'), head('signed', desk('signedOn'), 'descending'),
      { key: 'standing', label: desk('standing') }, { key: 'publication', label: t('publication') }, { key: 'verification', label: t('verification') },
      head('changed', t('changed'), 'descending'),
    ]}>
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row">
            <a href={`${path}/${line.id}`}><LocalTextView text={line.title} form={form} /></a>
            <small>{line.parties.filter(({ side }) => side === 'them').map(({ organisation }) => textIn(organisation?.acronym ?? organisation?.name, form)).filter(Boolean).join(', ')}</small>
          </th>
          <td className="code">{line.code}</td>
          <td>{line.standing.signedOn ? <FuzzyDateView edtf={line.standing.signedOn.edtf} form={form} look="table" /> : <span className="unknown">{desk('noDate')}</span>}</td>
          <td><Standing of="agreement" standing={line.standing.sign} gender={genderOf(line.type ?? '')} /></td>
          <td><PublicationMark state={line.publication} /></td>
          <td><VerificationMark state={line.verification} /></td>
          <td className="num">{writeDay(belgradeToday(line.changedAt), form, 'table')}</td>
        </tr>
      ))}
    </Table>
  );
}
