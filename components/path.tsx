import type { ReactNode } from 'react';
import type { GlyphName } from '#components/glyphs.tsx';
import { Glyph } from '#components/glyph.tsx';

export type PathStep = {
  id: string;
  /** `gap`: the next steps happened, so this act must exist, but it was not found. */
  state: 'done' | 'now' | 'ahead' | 'gap';
  label: ReactNode;
  when?: ReactNode;
  note?: ReactNode;
};

const glyphs: Record<PathStep['state'], GlyphName> = { done: 'a-done', now: 'a-wait', ahead: 'a-gap', gap: 'a-gap' };

/** The path to signature, filled as far as acts exist; it turns vertical on a phone. */
export function Path({ steps }: { steps: readonly PathStep[] }) {
  return (
    <ol className="path">
      {steps.map(({ id, state, label, when, note }) => (
        <li key={id} className={state === 'done' || state === 'now' ? state : undefined} aria-current={state === 'now' ? 'step' : undefined}>
          <Glyph name={glyphs[state]} />
          <b>{label}</b>
          {when}
          {note ? <>{when ? <br /> : null}<span className="soft">{note}</span></> : null}
        </li>
      ))}
    </ol>
  );
}
