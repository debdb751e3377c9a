import type { LocalText, Wording } from '#messages/local-text.ts';

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
  origin?: LocalText['origin'];
  published?: readonly PublishedForm[];
};

export type PublishedForm = 'sr' | 'latn' | 'en';

/** The value of a localised column: what the office published counts as checked, the rest is a draft. */
export function localText(texts: Texts): LocalText {
  const { sr, latn, en, other, origin = 'sr-Cyrl', published = [] } = texts;
  return {
    origin,
    ...(sr && { 'sr-Cyrl': wording(sr, published.includes('sr')) }),
    ...(latn && { 'sr-Latn': wording(latn, published.includes('latn')) }),
    ...(en && { en: wording(en, published.includes('en')) }),
    ...(other && { other }),
  };
}

/** A word or name that is the same in every form because it exists in Latin script only. */
export function latinOnly(word: string, more: Pick<Texts, 'other' | 'published'> = {}): Texts {
  return { origin: 'sr-Latn', latn: word, en: word, ...more };
}

function wording(text: string, published: boolean): Wording {
  return { text, state: published ? 'checked' : 'draft' };
}
