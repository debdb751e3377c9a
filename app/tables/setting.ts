import { belgradeToday } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { colleagueNames } from '#office/person/names.ts';
import { colleagueChoices } from '#office/person/read.ts';
import type { Staff } from '#office/viewer.ts';
import type { Setting } from './filter.ts';

/** What a table is drawn from besides its records. */
export async function settingFor(viewer: Staff, form: WrittenForm): Promise<Setting> {
  const [names, works] = await Promise.all([colleagueNames(viewer, form), colleagueChoices(viewer)]);
  return { form, viewer, today: belgradeToday(new Date()), names, works };
}
