import ical, { escape, ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import { writeDate } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { htmlLang } from '#messages/routing.ts';
import { words } from '#messages/words.ts';
import type { FuzzyDate } from '#office/fuzzy-date.ts';
import type { FeedPlace } from './answer.ts';
import { readable } from './readable.ts';

/** What a calendar shows of one event. `page` is where the site tells of it, without the written form; `version` that of the record. */
export type Entry = {
  readonly id: string; readonly title: string; readonly category: string; readonly about: readonly string[]; readonly on: FuzzyDate | null;
  readonly state: 'ahead' | 'happened' | 'cancelled'; readonly page: string; readonly version: number; readonly changedAt: Date;
};

/**
 * Events as an iCalendar object (RFC 5545, RFC 7986) in one written form. A date known to the day is that day; one known to the
 * month is the whole month, with the precision in words. What is known less exactly, or not at all, is left out: a
 * calendar has no sign for it, and a day may not be invented.
 */
export function calendar(entries: readonly Entry[], { form, origin }: FeedPlace): string {
  const say = words(form, 'feeds.calendar');
  const made = ical({
    prodId: { company: 'Povelja', product: 'Register', language: htmlLang(form) }, name: escape(say('title'), false), description: escape(say('about'), false),
    url: `${origin}/${form}/milestones`, source: `${origin}/${form}/milestones.ics`, ttl: 86_400,
    events: entries.flatMap((entry) => event(entry, form, origin)),
  });
  // The package leaves the last line without its end (RFC 5545, section 3.1).
  return `${made.toString()}\r\n`;
}

const longest = 31;
const statuses = { ahead: ICalEventStatus.TENTATIVE, happened: ICalEventStatus.CONFIRMED, cancelled: ICalEventStatus.CANCELLED } as const;

function event({ id, title, category, about, on, state, page, version, changedAt }: Entry, form: WrittenForm, origin: string): ICalEventData[] {
  if (!on?.earliest || !on.latest) return [];
  const days = daysFrom(on.earliest, on.latest) + 1;
  if (days > longest) return [];
  const exact = on.edtf === on.earliest;
  return [{
    id, summary: readable(title), categories: [{ name: category }], url: `${origin}/${form}${page}`, status: statuses[state], allDay: true,
    start: on.earliest, end: dayAfter(on.latest), transparency: ICalEventTransparency.TRANSPARENT,
    description: readable([...(exact ? [] : [words(form, 'feeds.calendar')('within', { date: writeDate(on.edtf, form) })]), ...about].join('\n')) || null,
    stamp: changedAt, lastModified: changedAt, sequence: version - 1,
  }];
}

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The end of an event of whole days is the day after it (RFC 5545, section 3.6.1). */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
