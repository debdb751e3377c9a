import { useLocale, useTranslations } from 'next-intl';
import { writeNumber } from '#messages/numbers.ts';
import type { WrittenForm } from '#messages/local-text.ts';

type Choice = {
  choices: readonly number[];
  chosen: number;
  /** How many records the list has; where one page of the least holds them, nothing is drawn. */
  total: number;
  hrefOf: (choice: number) => string;
};

/** How many records stand on a page, as links; the current number is none. */
export function PerPage({ choices, chosen, total, hrefOf }: Choice) {
  const t = useTranslations('parts.perPage');
  const form = useLocale() as WrittenForm;
  if (total <= Math.min(...choices)) return null;
  return (
    <nav className="pager per-page" aria-label={t('label')}>
      <span className="soft">{t('words')}</span>
      {choices.map((choice) => (choice === chosen
        ? <span key={choice} aria-current="true">{writeNumber(choice, form)}</span>
        : <a key={choice} href={hrefOf(choice)}>{writeNumber(choice, form)}</a>))}
    </nav>
  );
}
