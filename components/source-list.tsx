import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { writeDay } from '#messages/dates.ts';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';

type Shown = { title: LocalText; url: string | null; retrievedOn: string | null; quote: string | null };

/** Where the facts of a record were found, and when somebody looked. */
export function SourceList({ sources, form }: { sources: readonly Shown[]; form: WrittenForm }) {
  const t = useTranslations('parts.source');
  return sources.map(({ title, url, retrievedOn, quote }, place) => (
    <span className="src" key={place}>
      {url ? <a href={url} rel="noreferrer"><LocalTextView text={title} form={form} /></a> : <LocalTextView text={title} form={form} />}
      {retrievedOn ? <>, {t('retrieved', { day: writeDay(retrievedOn, form, 'table') })}</> : null}
      {quote ? <q>{quote}</q> : null}
    </span>
  ));
}
