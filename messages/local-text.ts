import { toLatin } from '#messages/latin.ts';

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

/**
 * What a reader of one form is shown. `lang` is the tag for the element's `lang`, `form` the form the text
 * really stands in, `fellBack` whether that is another language than the one asked for, `state` the
 * state of the wording that is shown.
 */
export type ReadText = { text: string; lang: string; form: WrittenForm; fellBack: boolean; state: TextState };

/** The text in one written form, or the nearest that exists; null where no form holds a text. */
export function readText(text: LocalText | null | undefined, form: WrittenForm): ReadText | null {
  if (!text) return null;
  if (form === 'en') return english(text) ?? serbian(text, 'sr-Cyrl', fellBack);
  return serbian(text, form, asAsked) ?? english(text, fellBack);
}

/** The bare text in one form, '' where there is none: for titles, sorting and exports. */
export function textIn(text: LocalText | null | undefined, form: WrittenForm): string {
  return readText(text, form)?.text ?? '';
}

type Parts = {
  /** The canonical wording: Cyrillic, or Latin where `origin` says that the name exists in Latin only. */
  sr?: string;
  en?: string;
  /** Overrides computed Serbian Latin where transliteration is wrong. */
  latn?: string;
  other?: Record<string, string>;
  origin?: LocalText['origin'];
  /** Draft unless somebody checked it. */
  state?: 'draft' | 'checked';
};

/** A localised text from its parts. */
export function local({ sr, en, latn, other, origin = 'sr-Cyrl', state = 'draft' }: Parts): LocalText {
  const text: LocalText = { origin };
  if (sr) text[origin] = { text: sr, state };
  if (latn) text['sr-Latn'] = { text: latn, state };
  if (en) text.en = { text: en, state };
  if (other) text.other = other;
  return text;
}

const asAsked = { fellBack: false } as const;
const fellBack = { fellBack: true } as const;
type Asked = typeof asAsked | typeof fellBack;

function english(text: LocalText, asked: Asked = asAsked): ReadText | null {
  const wording = present(text.en);
  return wording && { ...wording, lang: 'en', form: 'en', ...asked };
}

function serbian(text: LocalText, form: 'sr-Cyrl' | 'sr-Latn', asked: Asked): ReadText | null {
  const cyrillic = present(text['sr-Cyrl']);
  const latin = present(text['sr-Latn']);
  if (text.origin === 'sr-Latn' && latin) {
    // A Cyrillic spelling of such a name is only a suggestion until somebody has checked it.
    if (form === 'sr-Cyrl' && cyrillic?.state === 'checked') return { ...cyrillic, lang: 'sr-Cyrl-RS', form, ...asked };
    return { ...latin, lang: 'sr-Latn', form: 'sr-Latn', ...asked };
  }
  if (form === 'sr-Cyrl' && cyrillic) return { ...cyrillic, lang: 'sr-Cyrl-RS', form, ...asked };
  if (latin) return { ...latin, lang: 'sr-Latn-RS', form: 'sr-Latn', ...asked };
  return cyrillic && { text: toLatin(cyrillic.text), state: 'derived', lang: 'sr-Latn-RS', form: 'sr-Latn', ...asked };
}

function present(wording: Wording | undefined): Wording | null {
  return wording && wording.state !== 'missing' && wording.text.trim() !== '' ? wording : null;
}
