import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';

/** The way to tell the office of a mistake on this page: a letter that names it where the office has an e-mail, else the page that says how. `whole` is the page's whole address. */
export function ReportMistake({ form, whole, email }: { form: WrittenForm; whole: string; email: string | null }) {
  const t = useTranslations('contact');
  const letter = { subject: t('mistake.subject', { address: whole }), body: t('mistake.body', { address: whole }) };
  const href = email ? `mailto:${email}?subject=${encodeURIComponent(letter.subject)}&body=${encodeURIComponent(letter.body.replaceAll('\n', '\r\n'))}` : `/${form}/contact#mistake`;
  return <p className="wrap report">{t('report.text')} <a href={href}>{t('report.link')}</a></p>;
}
