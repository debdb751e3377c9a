import type { ReactNode } from 'react';
import type { GlyphName } from '#components/glyphs.tsx';
import type { Tone } from '#components/tone.ts';
import { Glyph } from '#components/glyph.tsx';

type Answer = {
  tone: Tone;
  glyph: GlyphName;
  /** One sentence: does it hold today, and since which act. */
  sentence: ReactNode;
  reason?: ReactNode;
  verification?: ReactNode;
};

/** The answer comes first: a record opens with one sentence in the tone of its legal state. */
export function AnswerBand({ tone, glyph, sentence, reason, verification }: Answer) {
  return (
    <div className={`answer t-${tone}`}>
      <Glyph name={glyph} />
      <div>
        <p className="answer-word">{sentence}</p>
        {reason ? <p>{reason}</p> : null}
      </div>
      {verification}
    </div>
  );
}
