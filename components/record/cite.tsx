import { useTranslations } from 'next-intl';
import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';

export type Citable = {
  /** What the record is called in the reader's language. */
  title: string;
  code: string;
  /** The record's permanent address, with the host. */
  address: string;
  form: WrittenForm;
  /** ISO day in Belgrade, on which the reader sees the page. */
  today: string;
};

/** A citation that is ready to copy, the permanent address, and how to send or print the record: all without scripts. */
export function CiteAndShare({ title, code, address, form, today }: Citable) {
  const t = useTranslations('record.public');
  const citation = t('citation', { title, code, address, day: writeDay(today, form, 'sentence') });
  // The address alone: some programs cut a letter's address off, and every Cyrillic letter takes six of its characters.
  const letter = [`subject=${encodeURIComponent(t('letterSubject', { title, code }))}`, `body=${encodeURIComponent(address)}`].join('&');
  return (
    <section className="sec" id="cite">
      <h2>{t('cite')}</h2>
      <p className="small soft screen-only">{t('citeHow')}</p>
      <p className="copy">{citation}</p>
      <dl className="sheet screen-only">
        <div><dt>{t('address')}</dt><dd className="copy">{address}</dd></div>
        <div><dt>{t('share')}</dt><dd><a href={`mailto:?${letter}`}>{t('byMail')}</a></dd></div>
        <div><dt>{t('print')}</dt><dd>{t('printHow')}</dd></div>
      </dl>
    </section>
  );
}
