import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { GlyphName } from '#components/glyphs.tsx';
import { Glyph, type GlyphSource } from '#components/glyph.tsx';
import { Unknown } from '#components/unknown.tsx';

const rhombs = { planned: 'm-plan', running: 'm-run', done: 'm-done', postponed: 'm-plan', cancelled: 'm-off' } as const satisfies Record<string, GlyphName>;
export type MilestoneState = keyof typeof rhombs;

/** One milestone as drawn: `when` null where no date is known, and then its rhomb is dashed. */
export type DrawnMilestone = {
  id: string;
  when: ReactNode | null;
  state: MilestoneState;
  title: ReactNode;
  href?: string;
  /** Lines under the title: what it belongs to, a note, lateness. */
  note?: ReactNode;
};

/** Milestones with their margin of dates, in the order given: planned on top, then newest first. */
export function MilestoneList({ milestones, level = 3, glyph }: { milestones: readonly DrawnMilestone[]; level?: 2 | 3; glyph?: GlyphSource }) {
  const t = useTranslations('states.milestone');
  const words = useTranslations('parts');
  const Heading = `h${level}` as const;
  const undated = milestones.length > 1 && milestones.every((milestone) => milestone.when === null);
  return (
    <>
      {undated ? <p className="sec-note">{words('noOrder')}</p> : null}
      <ol className="miles">
        {milestones.map(({ id, when, state, title, href, note }) => (
          <li key={id}>
            <div className="miles-when">{when ?? <Unknown what="date" />}</div>
            <div className="miles-what">
              <Glyph name={when === null && state !== 'cancelled' ? 'm-unknown' : rhombs[state]} from={glyph} />
              <Heading>
                {href ? <a href={href}>{title}</a> : title}
                <span className="hide"> ({t(state)})</span>
              </Heading>
              {note ? <p>{note}</p> : null}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The state of one milestone as glyph and word, for sheets and tables. */
export function MilestoneMark({ state }: { state: MilestoneState }) {
  const t = useTranslations('states.milestone');
  return <span className="act"><Glyph name={rhombs[state]} /><span>{t(state)}</span></span>;
}

/** The rhombs of all states and the one of no date, for a page's sheet. */
export const milestoneGlyphs: readonly GlyphName[] = [...Object.values(rhombs), 'm-unknown'];
