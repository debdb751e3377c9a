import { useTranslations } from 'next-intl';
import { AnswerBand } from '#components/answer-band.tsx';
import { signOf } from '#components/standing-signs.ts';
import { VerificationMark } from '#components/verification-mark.tsx';
import { writeDate, writeDay, writeWithin } from '#messages/dates.ts';
import { genderOf } from '#messages/gender.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { isTooLateForNotice } from '#office/agreement/agreement.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import type { Reason } from '#office/agreement/standing.ts';
import { holdsUntil } from './until.ts';

type Props = { agreement: AgreementRecord; form: WrittenForm };

/** Does it hold today, since which act, and how far that is known. */
export function AgreementAnswer({ agreement, form }: Props) {
  const t = useTranslations('agreements.answer');
  const states = useTranslations('states.standing');
  const { standing, type, verification, verifiedOn } = agreement;
  const gender = genderOf(type ?? '');
  const [glyph, tone] = signOf('agreement', standing.sign);
  const { key, ...values } = sentenceOf(agreement, form);
  return (
    <AnswerBand
      tone={tone} glyph={glyph} sentence={t(key, { gender, state: states(standing.sign, { gender }), ...values })}
      reason={<Why agreement={agreement} form={form} />}
      verification={<VerificationMark state={verification} day={verifiedOn ? writeDay(verifiedOn, form, 'table') : undefined} />}
    />
  );
}

/** Which sentence is said, with its dates written out. */
function sentenceOf({ standing }: AgreementRecord, form: WrittenForm): { key: string } & Record<string, string | number> {
  const { reason, state, period, inForceFrom } = standing;
  const on = reason.act?.on ? writeDate(reason.act.on.edtf, form, 'sentence') : null;
  const day = (state === 'expired' ? holdsUntil(standing, form, 'sentence') : null) ?? (reason.day ? writeDay(reason.day, form, 'sentence') : '');
  if (state === 'in_force' && reason.rule !== 'renewalUnknown') return inForce(standing, form);
  if (state === 'notice_given') {
    const to = standing.endsWithin ? holdsUntil(standing, form, 'sentence') : null;
    return to ? { key: 'noticeGivenUntil', to } : { key: 'noticeGiven' };
  }
  if (state === 'suspended') return on ? { key: 'suspendedSince', on } : { key: 'suspended' };
  if (state === 'terminated') return on ? { key: 'terminatedSince', on } : { key: 'terminated' };
  if (state === 'completed') return on ? { key: 'completedSince', on } : { key: 'completed' };
  if (reason.rule === 'expiredByClock') return { key: 'ended', day };
  const from = period?.startsOn ?? inForceFrom;
  return { key: reason.rule, day, from: from ? writeWithin(from, form, 'sentence') : '' };
}

function inForce(standing: AgreementRecord['standing'], form: WrittenForm): { key: string } & Record<string, string | number> {
  const { period, inForceFrom, sign } = standing;
  const began = sign === 'renewed' ? period?.startsOn : null;
  const from = began?.earliest ? writeWithin(began, form, 'sentence') : inForceFrom ? writeDate(inForceFrom.edtf, form, 'sentence') : null;
  const to = sign === 'renewed' ? period?.endsOn && writeWithin(period.endsOn, form, 'sentence') : holdsUntil(standing, form, 'sentence');
  if (sign === 'renewed' && from && to && period) return { key: 'renewed', number: period.number, from, to };
  if (from && to) return { key: 'inForce', from, to };
  if (from) return { key: 'inForceSince', from };
  return to ? { key: 'inForceUntil', to } : { key: 'inForceUndated' };
}

/** What the sentence rests on: who has signed, the rule or the act by which it stands so, and what renews or ends it. */
function Why({ agreement, form }: Props) {
  const t = useTranslations('agreements.reason');
  const { standing, acts } = agreement;
  const { rule, act } = standing.reason;
  const notice = acts.findLast(({ kind }) => kind === 'notice');
  const said = spoken.has(rule) ? t(rule === 'terminated' && notice ? 'noticeGiven' : rule, noticeOf(agreement, notice, form, t)) : null;
  const words = [signatures(agreement, form, t), said, useRenewal(agreement, form)].filter(Boolean).join(' ');
  if (!act || acts.length < 2 || !over.has(standing.state)) return words;
  return <>{words}{words ? ' ' : null}<a href={`#act-${act.id}`}>{t('seeAct')}</a></>;
}

/** „Renews by itself on …, unless notice is given by …“; where no notice prevents that any more, the renewal alone. */
function useRenewal({ standing, renewal, renewalMonths }: AgreementRecord, form: WrittenForm): string | null {
  const t = useTranslations('agreements.reason');
  const values = useTranslations('values');
  const { state, renewsOn, noticeBy } = standing;
  if (state !== 'in_force' || renewal !== 'tacit' || !renewsOn || !renewalMonths) return null;
  const on = writeDay(renewsOn, form, 'when');
  const months = values('months', { months: renewalMonths });
  return noticeBy && !isTooLateForNotice(standing) ? t('renewsUnless', { on, months, by: writeDay(noticeBy, form, 'sentence') }) : t('renews', { on, months });
}

type Words = ReturnType<typeof useTranslations>;

function signatures({ standing, parties, acts }: AgreementRecord, form: WrittenForm, t: Words): string | null {
  if (!acts.some(({ kind }) => kind === 'signature') || over.has(standing.state)) return null;
  if (standing.unsigned.length > 0) {
    const names = parties.filter(({ id }) => standing.unsigned.includes(id)).map(({ organisation }) => textIn(organisation?.name, form) || '…');
    return t('signaturesMissing', { parties: names.join(', ') });
  }
  return t('signedByAll', { date: standing.signedOn ? writeDate(standing.signedOn.edtf, form) : 'none' });
}

/** Who gave notice and when, for the reasons that say so. */
function noticeOf({ parties }: AgreementRecord, notice: AgreementRecord['acts'][number] | undefined, form: WrittenForm, t: Words): Record<string, string> {
  const party = parties.find(({ id }) => id === notice?.partyId)?.organisation?.name;
  return { party: textIn(party, form) || t('unknownParty'), on: notice?.on ? writeDate(notice.on.edtf, form) : t('unknownDate') };
}

const over = new Set<string>(['expired', 'completed', 'terminated', 'replaced', 'archived']);
/** Rules that need more words than the sentence has. */
const spoken = new Set<Reason['rule']>([
  'nothingKnown', 'awaitsOurSignature', 'forceUnknown', 'inForceByAct', 'inForceByDate', 'inForceBySignature', 'inForceByConsent', 'inForceByLaterAct', 'renewedTacitly',
  'renewedExpressly', 'renewalUnknown', 'noticeGiven', 'endedByNotice', 'expiredByClock', 'terminated',
]);
