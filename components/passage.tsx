import type { ReactNode } from 'react';

/** One part of a page of prose, under a heading that links may name. `id` is ASCII and permanent. */
export function Passage({ id, heading, children }: { id: string; heading: ReactNode; children: ReactNode }) {
  return (
    <section className="sec passage" id={id} aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{heading}</h2>
      <div className="prose">{children}</div>
    </section>
  );
}
