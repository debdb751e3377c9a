import type { Event } from 'schema-dts';
import { textIn } from '#messages/local-text.ts';
import { dateOf, milestoneState, type MilestoneKind } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import { addressAt, isoDate, type Place } from './place.ts';

type Milestone = Pick<MilestoneLine, 'title' | 'code' | 'planned' | 'actual' | 'acts' | 'progress'> & { readonly kind?: MilestoneKind | string | null };

/** A milestone as an event, if its date is known exactly enough; `about` is the name of the record that it belongs to. */
export function eventOf(place: Place, milestone: Milestone, about: string): Event | undefined {
  const on = isoDate(dateOf(milestone));
  if (!on) return undefined;
  const state = milestoneState(milestone);
  return {
    '@type': 'Event', name: textIn(milestone.title, place.form) || milestone.code, identifier: milestone.code, startDate: on, about: { '@id': about }, url: addressAt(place),
    eventStatus: state === 'cancelled' ? 'https://schema.org/EventCancelled' : state === 'postponed' ? 'https://schema.org/EventPostponed' : 'https://schema.org/EventScheduled',
  };
}
