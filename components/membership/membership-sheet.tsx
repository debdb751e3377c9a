import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { RecordSheet, type SheetRow } from '#components/record-sheet.tsx';
import { SourceList } from '#components/source-list.tsx';
import { writeInstant } from '#messages/dates.ts';
import { readEdtf } from '#messages/edtf.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { writeMoney } from '#messages/numbers.ts';
import { joiningOf } from '#office/membership/membership.ts';
import type { MembershipRecord } from '#office/membership/read.ts';

/** The facts of a membership by itself, for the workspace. */
export function MembershipSheet({ membership, form }: { membership: MembershipRecord; form: WrittenForm }) {
  const t = useTranslations('networks.sheet');
  const desk = useTranslations('networks.desk');
  const { network, member, joinedEvent, joinedPlace, sources, changedAt } = membership;
  return (
    <RecordSheet rows={[
      { term: desk('network'), value: network ? <LocalTextView text={network.name} form={form} /> : null, unknown: 'feminine' },
      { term: desk('member'), value: member ? <LocalTextView text={member.name} form={form} /> : null, unknown: 'masculine' },
      ...useMembershipRows(membership, form, desk('since')),
      ...(joinedEvent ? [{ term: t('event'), value: <LocalTextView text={joinedEvent} form={form} /> }] : []),
      ...(joinedPlace ? [{ term: t('place'), value: <LocalTextView text={joinedPlace} form={form} /> }] : []),
      { term: t('source'), value: sources.length ? <SourceList sources={sources} form={form} /> : null, unknown: 'masculine' as const },
      { term: t('changed'), value: writeInstant(changedAt, form) },
    ]} />
  );
}

/** Lines of a sheet on a membership, none where there is none; `since` is the label of the day of joining. */
export function useMembershipRows(membership: MembershipRecord | null, form: WrittenForm, since: string): SheetRow[] {
  const t = useTranslations('networks.sheet');
  const values = useTranslations('values');
  const periods = useTranslations('vocabulary.feePeriod');
  if (!membership) return [];
  const { fee, feePeriod, legalBasis, code, representatives } = membership;
  const joined = joiningOf(membership.acts)?.on;
  const period = fee && feePeriod ? `, ${periods(feePeriod)}` : '';
  return [
    { term: since, value: joined ? <FuzzyDateView edtf={joined.edtf} form={form} /> : null, source: joined ? values('knownTo', { precision: precision(joined.edtf) }) : null },
    ...(legalBasis ? [{ term: t('legalBasis'), value: <LocalTextView text={legalBasis} form={form} /> }] : []),
    { term: t('representative'), value: representatives[0] ? representatives.map(({ holder }) => holder).join(', ') : null },
    { term: t('fee'), value: fee ? `${writeMoney(fee, form)}${period}` : null },
    { term: t('membership'), value: <span className="code">{code}</span> },
  ];
}

function precision(edtf: string): 'day' | 'month' | 'year' {
  const read = readEdtf(edtf);
  if (read?.kind !== 'date' || !read.month) return 'year';
  return read.day ? 'day' : 'month';
}
