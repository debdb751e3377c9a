import { glyphs, type GlyphName } from '#components/glyphs.tsx';

/** One of our state glyphs; the word beside it says the same, so it is hidden from assistive technology. */
export function Glyph({ name, className }: { name: GlyphName; className?: string }) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      {glyphs[name]}
    </svg>
  );
}
