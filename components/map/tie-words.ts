import { writeDate } from '#messages/dates.ts';
import { fold } from '#messages/fold.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import { words } from '#messages/words.ts';
import { recordsAt, type Tie, type TiedRecord } from '#office/map/map.ts';
import type { MapPlace } from '#office/map/places.ts';

/** A place by its name; a country where no town is known by the country's. */
export function placeName({ kind, name, country }: Pick<MapPlace, 'kind' | 'name' | 'country'>, form: WrittenForm): string {
  const town = kind === 'country' ? '' : textIn(name, form);
  return town || (country ? countryName(country, form) : words(form, 'map')('unnamed'));
}

/** What is there: „седиште мреже“, „спроводилац: GTZ“, „место приступања, мај 2007.“ */
export function tieWords({ what, organisation, on }: Pick<Tie, 'what' | 'organisation' | 'on'>, form: WrittenForm): string {
  const t = words(form, 'map.what');
  if (on) return t('dated', { what: t(what), date: writeDate(on.edtf, form) });
  return organisation && what !== 'organisation' ? t('of', { what: t(what), name: shortly(organisation, form) }) : t(what);
}

/** The one line under a name in the drawing. */
export function underName(place: MapPlace, form: WrittenForm): string {
  const [only, ...others] = place.ties;
  const t = words(form, 'map');
  if (!only || others.length > 0 || only.total > 1) return t('records', { count: recordsAt(place) });
  const [record] = only.records;
  // „Нови Сад: партнер: Нови Сад“ would say the town twice.
  const itself = only.organisation !== null && fold(shortly(only.organisation, form)).includes(fold(placeName(place, form)));
  const said = itself ? t(`what.${only.what}`) : only.organisation ? tieWords(only, form) : record ? t('what.of', { what: t(`what.${only.what}`), name: shortly(record, form) }) : t(`what.${only.what}`);
  return said.length > 34 ? t(`what.${only.what}`) : said;
}

export function shortly({ name, acronym }: TiedRecord, form: WrittenForm): string {
  return textIn(acronym, form) || textIn(name, form);
}
