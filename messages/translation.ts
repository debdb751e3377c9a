import type { LocalText } from '#messages/local-text.ts';

/** How many Serbian texts of a record have no English, and how many have one that no longer follows them. */
export type Translated = { readonly missing: number; readonly outdated: number };

/**
 * Counts the texts that stand in a record itself, not those of what it names or of its rows. A name that exists in Latin
 * script only needs no English.
 */
export function translated(record: object): Translated {
  const texts = Object.values(record).flatMap((held: unknown) => (Array.isArray(held) ? held : [held])).filter(isLocalText);
  return {
    missing: texts.filter((text) => text.origin === 'sr-Cyrl' && text['sr-Cyrl']?.text && !text.en?.text).length,
    outdated: texts.filter(({ en }) => en?.text && en.state === 'outdated').length,
  };
}

function isLocalText(held: unknown): held is LocalText {
  return typeof held === 'object' && held !== null && 'origin' in held && (held.origin === 'sr-Cyrl' || held.origin === 'sr-Latn');
}
