import { glyphs, type GlyphName } from '#components/glyphs.tsx';

/** One of our state glyphs; the word beside it says the same, so it is hidden from assistive technology. */
export function Glyph({ name, className, from = 'here' }: { name: GlyphName; className?: string; from?: GlyphSource }) {
  return (
    <svg className={className} viewBox={from === 'sheet' ? undefined : '0 0 16 16'} aria-hidden="true">
      {from === 'sheet' ? <use href={`#g-${name}`} /> : glyphs[name]}
    </svg>
  );
}

/** Drawn on its own, or from the page's sheet: a list of a hundred lines would draw the same glyph a hundred times. */
export type GlyphSource = 'here' | 'sheet';

/** The glyphs that the lines of a page take from it, each drawn once and seen nowhere. */
export function GlyphSheet({ names }: { names: readonly GlyphName[] }) {
  return (
    <svg className="hide" aria-hidden="true">
      {[...new Set(names)].map((name) => <symbol key={name} id={`g-${name}`} viewBox="0 0 16 16">{glyphs[name]}</symbol>)}
    </svg>
  );
}
