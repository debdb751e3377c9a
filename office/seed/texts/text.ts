/**
 * A text of the starting records as it is written here: Serbian Cyrillic, English, and Serbian Latin
 * only where it is not what transliteration gives. `origin` is said where the words exist in Latin
 * script only. `published` lists the forms that the office itself has published; every other form was
 * written or proposed for the register and waits for an editor.
 */
export type Texts = {
  sr?: string;
  latn?: string;
  en?: string;
  other?: Record<string, string>;
  origin?: 'sr-Cyrl' | 'sr-Latn';
  published?: readonly PublishedForm[];
};

export type PublishedForm = 'sr' | 'latn' | 'en';

/** A name of an organisation at some time. No entry here has known bounds, so none are kept. */
export type NameTexts = { name: Texts; acronym?: Texts; note?: Texts };

export type OrganisationTexts = { names: readonly NameTexts[]; place?: Texts; note?: Texts };

/** A word or name that is the same in every form because it exists in Latin script only. */
export function latinOnly(word: string, more: Pick<Texts, 'other' | 'published'> = {}): Texts {
  return { origin: 'sr-Latn', latn: word, en: word, ...more };
}
