import { useTranslations } from 'next-intl';
import { Glyph, type GlyphSource } from '#components/glyph.tsx';

const marks = {
  unverified: ['v-none', 'ver'],
  checked: ['v-yes', 'ver ver-yes'],
  disputed: ['v-no', 'ver ver-no'],
} as const;

export type Verification = keyof typeof marks;

/** How far the office trusts the record: no box, a dotted line under the words. `day` is the written day of the check („3. 11. 2026.“). */
export function VerificationMark({ state, day, glyph: from }: { state: Verification; day?: string; glyph?: GlyphSource }) {
  const t = useTranslations('states');
  const [glyph, look] = marks[state];
  return (
    <span className={look}>
      <Glyph name={glyph} from={from} />
      {state === 'checked' && day ? t('checkedOn', { day }) : t(`verification.${state}`)}
    </span>
  );
}

/** The glyphs of all of them, for a page's sheet. */
export const verificationGlyphs = Object.values(marks).map(([glyph]) => glyph);
