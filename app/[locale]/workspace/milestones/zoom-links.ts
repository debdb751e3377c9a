import { getTranslations } from 'next-intl/server';
import { one } from '#app/shown.ts';
import type { ZoomLinks } from '#components/milestone/zoom-bar.tsx';
import { writeDate, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { stretchOf, zooms, type Zoom } from '#office/milestone/window.ts';

type Asked = Record<string, string | string[] | undefined>;
type Whole = { from: string; to: string } | null;
export type Zoomed = { from: string; to: string; links: ZoomLinks; href: (page: number) => string };

/** What part of the plan an address asks for, and the addresses of its neighbours. `whole` is the span of one record's plan, shown first. */
export async function zoomed(asked: Asked, { path, form, today, whole }: { path: string; form: WrittenForm; today: string; whole?: Whole }): Promise<Zoomed> {
  const t = await getTranslations('milestones.plan.zoom');
  const zoom = zooms.find((known) => known === one(asked.zoom)) ?? (whole ? 'all' : 'year');
  const day = dayOf(one(asked.at)) ?? today;
  const address = (to: Zoom | 'all', at: string | null) => (to === 'all' ? path : `${path}?zoom=${to}${at ? `&at=${at}` : ''}`);
  const links = [...(whole ? ['all' as const] : []), ...zooms].map((to) => ({ zoom: to, href: address(to, day === today ? null : day), current: to === zoom }));
  const href = (page: number) => `${path}?${new URLSearchParams({ ...(zoom === 'all' ? {} : { zoom, at: day }), page: String(page) })}`;
  if (zoom === 'all' && whole) {
    const shown = t('span', { from: writeDay(whole.from, form, 'table'), to: writeDay(whole.to, form, 'table') });
    // Whole months, so that no mark stands at the very edge.
    return { from: stretchOf('month', whole.from).from, to: stretchOf('month', whole.to).to, href, links: { shown, zooms: links, before: null, after: null, now: null } };
  }
  const stretch = stretchOf(zoom as Zoom, day);
  const isNow = stretch.from <= today && today <= stretch.to;
  return {
    from: stretch.from, to: stretch.to, href,
    links: {
      shown: wordsOf(zoom as Zoom, stretch.from, form, (quarter, year) => t('quarterOf', { quarter, year })), zooms: links,
      before: stretch.before ? address(zoom as Zoom, stretch.before) : null, after: stretch.after ? address(zoom as Zoom, stretch.after) : null,
      now: isNow ? null : address(zoom as Zoom, null),
    },
  };
}

function wordsOf(zoom: Zoom, from: string, form: WrittenForm, quarter: (number: number, year: string) => string): string {
  const year = from.slice(0, 4);
  if (zoom === 'quarter') return quarter((Number(from.slice(5, 7)) + 2) / 3, year);
  const words = writeDate(zoom === 'year' ? year : from.slice(0, 7), form);
  return words.charAt(0).toLocaleUpperCase(form) + words.slice(1);
}

/** A day of the calendar, or nothing. */
function dayOf(text: string | undefined): string | null {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text) || text < '0001-01-01') return null;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text ? text : null;
}
