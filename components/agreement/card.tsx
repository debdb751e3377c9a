import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { Row } from '#components/rows.tsx';
import { Standing } from '#components/standing.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { writeDate } from '#messages/dates.ts';
import { genderOf } from '#messages/gender.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { shortText } from '#messages/short-text.ts';
import type { AgreementLine } from '#office/agreement/read.ts';
import { Lasting } from './lasting.tsx';

/** So many parties a line names; the record has all. */
const namedParties = 6;

/** An agreement as one line of the register: its code and date in the margin, who agreed on what, and how it stands. */
export function AgreementCard({ agreement, form, level = 2 }: { agreement: AgreementLine; form: WrittenForm; level?: 2 | 3 }) {
  const t = useTranslations('agreements');
  const { code, slug, title, summary, type, parties, standing, verification } = agreement;
  const names = parties.map(({ organisation }) => textIn(organisation?.name, form)).filter(Boolean);
  const more = names.length - namedParties;
  return (
    <Row
      margin={<><b className="code">{code}</b>{standing.signedOn ? writeDate(standing.signedOn.edtf, form, 'table') : <span className="unknown">{t('undated')}</span>}</>}
      level={level} href={`/${form}/agreements/${slug}`} title={<LocalTextView text={title} form={form} />}
      side={<><Standing of="agreement" standing={standing.sign} gender={genderOf(type ?? '')} /><VerificationMark state={verification} /></>}
    >
      <p>{names.slice(0, namedParties).join(', ')}{more > 0 ? ` ${t('andMore', { count: more })}` : null}{names.length ? '. ' : null}{summary ? <LocalTextView text={shortText(summary)} form={form} say="elsewhere" /> : null}</p>
      <Lasting standing={standing} form={form} />
    </Row>
  );
}
