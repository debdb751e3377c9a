import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { RecordSheet, type SheetRow } from '#components/record-sheet.tsx';
import { SourceList } from '#components/source-list.tsx';
import { writeInstant } from '#messages/dates.ts';
import { readEdtf } from '#messages/edtf.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { writeMoney } from '#messages/numbers.ts';
import { isRunning, joiningOf, type MembershipState } from '#office/membership/membership.ts';
import type { MembershipRecord } from '#office/membership/read.ts';

/** The facts of a membership by itself, for the workspace. */
export function MembershipSheet({ membership, state, form }: { membership: MembershipRecord; state: MembershipState; form: WrittenForm }) {
  const t = useTranslations('networks.sheet');
  const desk = useTranslations('networks.desk');
  const { network, member, joinedEvent, joinedPlace, sources, changedAt } = membership;
  return (
    <RecordSheet rows={[
      { term: desk('network'), value: network ? <LocalTextView text={network.name} form={form} /> : null, unknown: 'feminine' },
      { term: desk('member'), value: member ? <LocalTextView text={member.name} form={form} /> : null, unknown: 'masculine' },
      ...useMembershipRows(membership, state, form),
      ...(joinedEvent ? [{ term: t('event'), value: <LocalTextView text={joinedEvent} form={form} /> }] : []),
      ...(joinedPlace ? [{ term: t('place'), value: <LocalTextView text={joinedPlace} form={form} /> }] : []),
      { term: t('source'), value: sources.length ? <SourceList sources={sources} form={form} /> : null, unknown: 'masculine' as const },
      { term: t('changed'), value: writeInstant(changedAt, form) },
    ]} />
  );
}

/** Lines of a sheet on a membership, none where there is none. */
export function useMembershipRows(membership: MembershipRecord | null, state: MembershipState, form: WrittenForm): SheetRow[] {
  const t = useTranslations('networks.sheet');
  const values = useTranslations('values');
  const periods = useTranslations('vocabulary.feePeriod');
  const kinds = useTranslations('vocabulary.membershipAct');
  if (!membership) return [];
  const { fee, feePeriod, legalBasis, code, representatives } = membership;
  const period = fee && feePeriod ? `, ${periods(feePeriod)}` : '';
  return [
    ...daysTold(membership.acts, state).map(({ term, on }) => ({
      term: term === 'since' ? t('since') : kinds(term), value: on ? <FuzzyDateView edtf={on.edtf} form={form} /> : null, source: on ? values('knownTo', { precision: precision(on.edtf) }) : null,
    })),
    ...(legalBasis ? [{ term: t('legalBasis'), value: <LocalTextView text={legalBasis} form={form} /> }] : []),
    { term: t('representative'), value: representatives[0] ? representatives.map(({ holder }) => holder).join(', ') : null },
    { term: t('fee'), value: fee ? `${writeMoney(fee, form)}${period}` : null },
    { term: t('membership'), value: <span className="code">{code}</span> },
  ];
}

/** Since when somebody is a member; of one who no longer is, both his days, and of one who is not yet, none. */
function daysTold(acts: MembershipRecord['acts'], state: MembershipState) {
  const joined = joiningOf(acts)?.on;
  if (isRunning(state)) return [{ term: 'since' as const, on: joined }];
  return state === 'ended' ? [{ term: 'joined' as const, on: joined }, { term: 'ended' as const, on: acts.findLast(({ kind }) => kind === 'ended')?.on }] : [];
}

function precision(edtf: string): 'day' | 'month' | 'year' {
  const read = readEdtf(edtf);
  if (read?.kind !== 'date' || !read.month) return 'year';
  return read.day ? 'day' : 'month';
}
