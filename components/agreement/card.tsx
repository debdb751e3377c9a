import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { glyphFor, Row, type LineLook } from '#components/rows.tsx';
import { Standing } from '#components/standing.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { writeDate } from '#messages/dates.ts';
import { genderOf } from '#messages/gender.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { shortened, shortText } from '#messages/short-text.ts';
import type { AgreementLine } from '#office/agreement/read.ts';
import { Lasting, Term } from './lasting.tsx';

/** So many parties a line names; the record has all. */
const namedParties = 6;
const longestTitle = 160;
const longestNames = 200;
/** Of a short line, the length of all their names, the City's own left out. */
const shortNames = 26;
const shortTitle = 64;

/** An agreement as one line of the register: its code and date in the margin, who agreed on what, and how it stands. */
export function AgreementCard({ agreement, form, level = 2, look = 'whole' }: { agreement: AgreementLine; form: WrittenForm; level?: 2 | 3; look?: LineLook }) {
  const t = useTranslations('agreements');
  const { code, slug, title, summary, type, parties, standing, verification } = agreement;
  const names = parties.map(({ organisation }) => textIn(organisation?.name, form)).filter(Boolean);
  const more = names.length - namedParties;
  const others = parties.flatMap(({ organisation }) => (organisation && !organisation.isSelf ? [textIn(organisation.name, form)] : []));
  return (
    <Row
      margin={<><b className="code">{code}</b>{standing.signedOn ? writeDate(standing.signedOn.edtf, form, 'table') : <span className="unknown">{t('undated')}</span>}</>}
      level={level} href={`/${form}/agreements/${slug}`} title={<LocalTextView text={shortText(title, look === 'whole' ? longestTitle : shortTitle)} form={form} />}
      side={<><Standing of="agreement" standing={standing.sign} gender={genderOf(type ?? '')} glyph={glyphFor[look]} /><VerificationMark state={verification} glyph={glyphFor[look]} /></>}
    >
      {look === 'whole' ? <p>{shortened(names.slice(0, namedParties).join(', '), longestNames)}{more > 0 ? ` ${t('andMore', { count: more })}` : null}{names.length ? '. ' : null}{summary ? <LocalTextView text={shortText(summary)} form={form} say="elsewhere" /> : null}</p> : <p>{shortened(others.join(', '), shortNames)}{others.length ? ' · ' : null}<Term standing={standing} form={form} /></p>}
      {look === 'whole' ? <Lasting standing={standing} form={form} /> : null}
    </Row>
  );
}
