/** The three written forms of the site, in the order of the language switch. */
export const writtenForms = ['sr-Cyrl', 'sr-Latn', 'en'] as const;
export type WrittenForm = (typeof writtenForms)[number];

/** State of one wording, after DOMAIN section 1. `derived` is only ever said of computed Serbian Latin. */
export type TextState = 'missing' | 'derived' | 'draft' | 'checked' | 'outdated';
export type Wording = { text: string; state: TextState };

/**
 * One localised value, one JSON column. `origin` is the form in which the text exists by its authors:
 * Serbian Cyrillic, unless a name exists in Latin script only. Other original languages stand in
 * `other` under their BCP 47 tag. An absent form is missing; absent Serbian Latin is computed.
 */
export type LocalText = {
  origin: 'sr-Cyrl' | 'sr-Latn';
  'sr-Cyrl'?: Wording;
  'sr-Latn'?: Wording;
  en?: Wording;
  other?: Record<string, string>;
};
