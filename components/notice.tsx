import type { ReactNode } from 'react';
import type { Tone } from '#components/tone.ts';
import type { GlyphName } from '#components/glyphs.tsx';
import type { IconName } from '#components/icons.ts';
import { Glyph } from '#components/glyph.tsx';
import { Icon } from '#components/icon.tsx';

type NoticeProps = {
  tone: Tone;
  heading: ReactNode;
  icon?: IconName;
  glyph?: GlyphName;
  /** A solid wash is for what changes the meaning of the record; an outline for the rest. */
  weight?: 'solid' | 'outline';
  /** Heading level in the outline of the page. */
  level?: 2 | 3;
  children?: ReactNode;
};

/** A notice under the answer. Order: withdrawn (harm), amended or replaced (wait), correction (past), fallback (way). */
export function Notice({ tone, heading, icon = 'info', glyph, weight = 'outline', level = 2, children }: NoticeProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={`note t-${tone}${weight === 'solid' ? ' note-solid' : ''}`}>
      {glyph ? <Glyph name={glyph} /> : <Icon name={icon} className="" />}
      <div>
        <Heading>{heading}</Heading>
        {children}
      </div>
    </div>
  );
}
