import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';

export type ZoomLinks = {
  /** What stretch is shown, in words. */
  readonly shown: string;
  readonly zooms: readonly { readonly zoom: 'all' | 'year' | 'quarter' | 'month'; readonly href: string; readonly current: boolean }[];
  readonly before: string | null; readonly after: string | null; readonly now: string | null;
};

/** How much of the plan is drawn, and which part of it: links, since a view of the plan is an address that can be sent. */
export function ZoomBar({ shown, zooms, before, after, now }: ZoomLinks) {
  const t = useTranslations('milestones.plan.zoom');
  return (
    <nav className="zoom" aria-label={t('label')}>
      <p className="zoom-shown">{shown}</p>
      <ul>
        {zooms.map(({ zoom, href, current }) => <li key={zoom}><a href={href} aria-current={current ? 'true' : undefined}>{t(zoom)}</a></li>)}
      </ul>
      <ul>
        {before ? <li><a href={before} rel="prev"><Icon name="chevron-left" />{t('before')}</a></li> : null}
        {now ? <li><a href={now}>{t('now')}</a></li> : null}
        {after ? <li><a href={after} rel="next">{t('after')}<Icon name="chevron-right" /></a></li> : null}
      </ul>
    </nav>
  );
}
