import type { WrittenForm } from '#messages/local-text.ts';

/** What every page of a form needs at once; `unicode-range` fetches the rest only where its letters occur. */
const urgent = {
  'sr-Cyrl': ['sans-cyrl', 'sans-latn', 'serif-cyrl'],
  'sr-Latn': ['sans-latn', 'sans-latn-ext', 'serif-latn'],
  en: ['sans-latn', 'serif-latn'],
} as const satisfies Record<WrittenForm, readonly string[]>;

export function FontPreloads({ form }: { form: WrittenForm }) {
  return urgent[form].map((font) => (
    <link key={font} rel="preload" as="font" type="font/woff2" href={`/fonts/1/${font}.woff2`} crossOrigin="anonymous" />
  ));
}
