import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { Goals, Sectors } from '#components/record/classes.tsx';
import { RecordSheet } from '#components/record-sheet.tsx';
import { SourceList } from '#components/source-list.tsx';
import { Standing } from '#components/standing.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { writeDay, writeInstant } from '#messages/dates.ts';
import { genderOf } from '#messages/gender.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { languageName } from '#messages/names.ts';
import { writeMoney } from '#messages/numbers.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { holdsUntil } from './until.ts';

/** The facts of an agreement beside its text; what is not known is said to be so. */
export function AgreementSheet({ agreement, form }: { agreement: AgreementRecord; form: WrittenForm }) {
  const t = useTranslations('agreements.sheet');
  const words = useTranslations('vocabulary');
  const values = useTranslations('values');
  const { standing, type, verification, verifiedOn, sources, renewal, renewalMonths, noticeMonths, money, acts } = agreement;
  const gender = genderOf(type ?? '');
  const gazette = acts.findLast((act) => act.gazette)?.gazette;
  const months = (count: number) => values('months', { months: count });
  const end = holdsUntil(standing, form, 'long');
  const ended = cutShort.has(standing.state) ? standing.reason.act?.on : null;
  return (
    <RecordSheet rows={[
      { term: t('standing'), value: <Standing of="agreement" standing={standing.sign} gender={gender} /> },
      { term: t('verification'), value: <VerificationMark state={verification} day={verifiedOn ? writeDay(verifiedOn, form, 'table') : undefined} /> },
      { term: t('signedOn', { gender }), value: <Signed agreement={agreement} form={form} /> },
      { term: t('inForceFrom'), value: standing.inForceFrom ? <FuzzyDateView edtf={standing.inForceFrom.edtf} form={form} /> : null },
      ended
        ? { term: t('endedFrom'), value: <FuzzyDateView edtf={ended.edtf} form={form} /> }
        : { term: t('validTo'), value: end ?? (agreement.validTo ? <FuzzyDateView edtf={agreement.validTo.edtf} form={form} /> : null) },
      { term: t('renewal'), value: renewal ? (renewalMonths && renewal !== 'none' ? t('every', { renewal: words(`renewal.${renewal}`), months: months(renewalMonths) }) : words(`renewal.${renewal}`)) : null },
      { term: t('notice'), value: noticeMonths === null ? null : months(noticeMonths), unknown: 'masculine' },
      { term: t('registryNo'), value: agreement.registryNo, unknown: 'masculine' },
      { term: t('gazette'), value: gazette ?? null, unknown: 'masculine' },
      { term: t('procedure'), value: agreement.procedure ? words(`procedure.${agreement.procedure}`) : null, unknown: 'masculine' },
      ...(agreement.binding ? [{ term: t('binding'), value: words(`binding.${agreement.binding}`) }] : []),
      { term: t('languages'), value: agreement.authenticLanguages.length ? agreement.authenticLanguages.map((tag) => languageName(tag, form)).join(', ') : null, unknown: 'masculine' },
      ...(agreement.fields.length ? [{ term: t('fields'), value: <Fields codes={agreement.fields} form={form} /> }] : []),
      ...(agreement.sectors.length ? [{ term: t('sectors'), value: <Sectors codes={agreement.sectors} /> }] : []),
      ...(agreement.sdgs.length ? [{ term: t('sdgs'), value: <Goals codes={agreement.sdgs} />, source: verification === 'checked' ? undefined : t('suggested') }] : []),
      ...(money ? [{ term: t('amount'), value: writeMoney(money, form), source: [words(`scope.${money.scope}`), money.certainty === 'estimated' ? words('certainty.estimated') : null].filter(Boolean).join(', ') }] : []),
      { term: t('source'), value: sources.length ? <SourceList sources={sources} form={form} /> : null, unknown: 'masculine' },
      { term: t('changed'), value: writeInstant(agreement.changedAt, form) },
    ]} />
  );
}

/** An act ended it before its time, and its day is the first on which it no longer held. */
const cutShort = new Set<string>(['terminated', 'completed', 'replaced']);

function Signed({ agreement: { standing, signedAt }, form }: { agreement: AgreementRecord; form: WrittenForm }) {
  return (
    <>
      <FuzzyDateView edtf={standing.signedOn?.edtf} form={form} />
      {signedAt ? <>, <LocalTextView text={signedAt} form={form} say="elsewhere" /></> : null}
    </>
  );
}

/** Each field leads to the agreements in it. */
function Fields({ codes, form }: { codes: readonly string[]; form: WrittenForm }) {
  const words = useTranslations('vocabulary.field');
  return codes.map((code, place) => <span key={code}>{place > 0 ? ', ' : null}<a href={`/${form}/agreements?field=${code}`}>{words(code)}</a></span>);
}
