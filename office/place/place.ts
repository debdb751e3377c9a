import { fold } from '#messages/fold.ts';
import { local, type LocalText } from '#messages/local-text.ts';
import { far } from './far.ts';
import type { KnownPlace } from './known-place.ts';
import { near } from './near.ts';

/** A place of the gazetteer; degrees in WGS 84. */
export type FoundPlace = { readonly country: string; readonly latitude: number; readonly longitude: number; readonly name: LocalText };

export const gazetteer: readonly KnownPlace[] = [...near, ...far];

/**
 * The place that one of the text's wordings names, folded: „Истанбул“, “Istanbul” and „istanbul“ are one. Without a country the
 * name must stand for one place only; null where none is known.
 */
export function findPlace(name: LocalText | null, country: string | null): FoundPlace | null {
  for (const wording of wordingsOf(name)) {
    const found = (byName.get(fold(wording)) ?? []).filter((place) => country === null || place[0] === country);
    const [only, ...others] = found;
    if (only && others.length === 0) return asFound(only);
  }
  return null;
}

const byName = new Map<string, KnownPlace[]>();
for (const place of gazetteer) {
  const [, , , ...names] = place;
  for (const name of new Set(names.map(fold))) byName.set(name, [...(byName.get(name) ?? []), place]);
}

function wordingsOf(name: LocalText | null): string[] {
  return [name?.['sr-Cyrl'], name?.['sr-Latn'], name?.en].flatMap((wording) => (wording?.text ? [wording.text.trim()] : []));
}

function asFound([country, latitude, longitude, sr, en]: KnownPlace): FoundPlace {
  return { country, latitude, longitude, name: local({ sr, en, state: 'checked' }) };
}
