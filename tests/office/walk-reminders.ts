import type { Entered } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import type { Outcome } from '#office/outcome.ts';
import { acknowledge } from '#office/reminder/acknowledge.ts';
import type { Viewer } from '#office/viewer.ts';
import { put, text } from './search-ground.ts';
import { today } from './walk-ground.ts';

/** A published milestone that is due today and not meant for the public. */
export function dueToday(): Promise<string> {
  return put('milestone', { title: text('Рок за шетњу'), kind: 'report_due', planned: parseFuzzyDate(today), publication: 'published', isPublic: false });
}

export function see(viewer: Viewer, recordId: string): Promise<Outcome<Entered>> {
  return acknowledge(viewer, { entry: { rule: 'due', recordId, dueOn: today }, today });
}
