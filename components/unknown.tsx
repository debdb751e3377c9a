import { useTranslations } from 'next-intl';
import type { Gender } from '#messages/gender.ts';

/** What is said not to be known: a date, a paper that was not found, or a thing by its gender („није позната“). */
export type UnknownThing = 'date' | 'paper' | Gender;

/** Unknown is a value: written in italics, never left blank. */
export function Unknown({ what = 'neuter' }: { what?: UnknownThing }) {
  const t = useTranslations('values');
  if (what === 'date') return <span className="unknown">{t('unknownDate')}</span>;
  if (what === 'paper') return <span className="unknown">{t('notFound')}</span>;
  return <span className="unknown">{t('unknown', { gender: what })}</span>;
}
