import { useTranslations } from 'next-intl';
import { AnswerBand } from '#components/answer-band.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { signOf } from '#components/standing-signs.ts';
import { VerificationMark } from '#components/verification-mark.tsx';
import { writeDate, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { accessionOf, arrange, joiningOf, type MembershipState } from '#office/membership/membership.ts';
import type { MembershipRecord } from '#office/membership/read.ts';

type Props = { membership: MembershipRecord | null; state: MembershipState; form: WrittenForm };

/** Is the City a member today, since when, and by which decision. */
export function MembershipAnswer({ membership, state, form }: Props) {
  const t = useTranslations('networks.answer');
  if (!membership) return <AnswerBand tone="past" glyph="v-none" sentence={t('none')} />;
  const [glyph, tone] = signOf('membership', state);
  const since = sinceWhen(membership, state);
  const date = since ? writeDate(since.edtf, form, 'sentence') : null;
  const sentence = state === 'active' ? (date ? t('active', { date }) : t('activeUndated')) : date && isDated(state) ? t(`${state}Since`, { date }) : t(state);
  const { verification, verifiedOn } = membership;
  return (
    <AnswerBand
      tone={tone} glyph={glyph} sentence={sentence} reason={<Reason membership={membership} state={state} form={form} />}
      verification={<VerificationMark state={verification} day={verifiedOn ? writeDay(verifiedOn, form, 'table') : undefined} />}
    />
  );
}

/** The day of the act by which the membership stands as it does, of those states that last from a day on. */
function sinceWhen({ acts }: MembershipRecord, state: MembershipState) {
  if (state === 'active') return joiningOf(acts)?.on ?? null;
  return isDated(state) ? arrange(acts).findLast(({ kind }) => kind === state)?.on ?? null : null;
}

function isDated(state: MembershipState): state is 'suspended' | 'ended' {
  return state === 'suspended' || state === 'ended';
}

function Reason({ membership, state, form }: { membership: MembershipRecord; state: MembershipState; form: WrittenForm }) {
  const t = useTranslations('networks.answer');
  const { joinedEvent, joinedPlace, endedReason, acts } = membership;
  const note = joiningOf(acts)?.note;
  const decision = accessionOf(acts).find(({ kind }) => kind === 'decided');
  return (
    <>
      {joinedEvent ? <>{t('event')} <LocalTextView text={joinedEvent} form={form} say="elsewhere" />{joinedPlace ? <>, <LocalTextView text={joinedPlace} form={form} say="elsewhere" /></> : null}. </> : null}
      {note ? <><LocalTextView text={note} form={form} say="elsewhere" />{' '}</> : null}
      {decision?.act?.number || decision?.act?.on ? <>{t('decision', { act: decisionWords(decision.act, form) })}{' '}</> : null}
      {decision?.state === 'gap' ? <>{t('decisionMissing')}{' '}</> : null}
      {state === 'ended' && endedReason ? <>{t('reason')} <LocalTextView text={endedReason} form={form} say="elsewhere" /></> : null}
    </>
  );
}

/** A sentence ends once: a date in Serbian brings a full stop of its own. */
function decisionWords({ number, on }: MembershipRecord['acts'][number], form: WrittenForm): string {
  const words = [number, on ? writeDate(on.edtf, form) : null].filter(Boolean).join(', ');
  return words.endsWith('.') ? words : `${words}.`;
}
