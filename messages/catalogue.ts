import english from '#messages/en.json' with { type: 'json' };
import cyrillic from '#messages/sr-Cyrl.json' with { type: 'json' };
import latin from '#messages/sr-Latn.json' with { type: 'json' };
import type { WrittenForm } from '#messages/local-text.ts';

/** Every message of the product in its three forms; the Latin file is derived from the Cyrillic one. */
export const catalogues: Readonly<Record<WrittenForm, typeof cyrillic>> = {
  'sr-Cyrl': cyrillic,
  'sr-Latn': latin,
  en: english,
};
