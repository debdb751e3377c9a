import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';

type Pages = { page: number; pages: number; hrefOf: (page: number) => string };

/** Pages of a list. The current one is no link; with one page nothing is drawn. */
export function Pager({ page, pages, hrefOf }: Pages) {
  const t = useTranslations('parts.pager');
  if (pages < 2) return null;
  return (
    <nav className="pager" aria-label={t('label')}>
      {page > 1 ? <a href={hrefOf(page - 1)} rel="prev"><Icon name="chevron-left" />{t('previous')}</a> : null}
      {shownPages(page, pages).map((shown, place) => {
        if (shown === null) return <span className="gap" key={`gap-${place}`}>…</span>;
        const words = <><span className="hide">{t('page')} </span>{shown}</>;
        return shown === page
          ? <span key={shown} aria-current="page">{words}</span>
          : <a key={shown} href={hrefOf(shown)}>{words}</a>;
      })}
      {page < pages ? <a href={hrefOf(page + 1)} rel="next">{t('next')} <Icon name="chevron-right" /></a> : null}
    </nav>
  );
}

/** First, last and the neighbours of the current page; null stands for a gap of two pages or more. */
export function shownPages(page: number, pages: number): (number | null)[] {
  const near = new Set([1, 2, page - 1, page, page + 1, pages - 1, pages].filter((n) => n >= 1 && n <= pages));
  const shown: (number | null)[] = [];
  for (const n of [...near].toSorted((a, b) => a - b)) {
    const last = shown.at(-1);
    if (typeof last === 'number' && n - last === 2) shown.push(n - 1);
    else if (typeof last === 'number' && n - last > 2) shown.push(null);
    shown.push(n);
  }
  return shown;
}
