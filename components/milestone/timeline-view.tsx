import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { Pager } from '#components/pager.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Timeline } from '#office/milestone/timeline.ts';
import type { HrefOf } from './desk-reference.tsx';
import type { Drawn } from './gantt.ts';
import { Gantt } from './gantt.tsx';
import { MonthTable } from './month-table.tsx';
import { ZoomBar, type ZoomLinks } from './zoom-bar.tsx';

type Props = {
  timeline: Timeline; drawn: Drawn; zoom: ZoomLinks; form: WrittenForm; today: string;
  path: string; hrefOf: HrefOf; owners: ReadonlyMap<string, string>; of?: string; pageHref: (page: number) => string;
};

/** A stretch of the plan: drawn, and in words by month; what cannot be drawn is named beneath. */
export function TimelineView({ timeline: { lines, ties, page, pages, undated }, drawn, zoom, form, today, path, hrefOf, owners, of, pageHref }: Props) {
  const t = useTranslations('milestones.plan');
  return (
    <>
      <ZoomBar {...zoom} />
      {lines.length === 0 ? <EmptyState icon="calendar-clock" heading={t('nothingThen')}>{t('nothingThenWhy')}</EmptyState> : (
        <>
          <Gantt lines={lines} ties={ties} drawn={drawn} today={today} form={form} label={t('drawing', { stretch: zoom.shown })} />
          <MonthTable lines={lines} ties={ties} form={form} today={today} path={path} hrefOf={hrefOf} of={of} owners={owners} />
          <Pager page={page} pages={pages} hrefOf={pageHref} />
        </>
      )}
      {undated.total === 0 ? null : (
        <section className="sec">
          <h2>{t('undated')}</h2>
          <p className="sec-note">{t('undrawn', { count: undated.total })}</p>
          <ul className="list">
            {undated.lines.map(({ id, title, code }) => <li key={id}><a href={`${path}/${id}`}><LocalTextView text={title} form={form} say="elsewhere" /></a> <span className="code soft">{code}</span></li>)}
          </ul>
          {undated.total > undated.lines.length ? <p className="soft">{t('moreUndated', { count: undated.total - undated.lines.length })}</p> : null}
        </section>
      )}
    </>
  );
}
