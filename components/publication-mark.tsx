import { useTranslations } from 'next-intl';
import { Glyph } from '#components/glyph.tsx';

const marks = {
  draft: ['p-draft', 'pub pub-draft'],
  in_review: ['p-review', 'pub pub-wait'],
  returned: ['p-returned', 'pub pub-wait'],
  approved: ['p-approved', 'pub'],
  scheduled: ['p-scheduled', 'pub'],
  published: ['p-published', 'pub pub-live'],
  withdrawn: ['p-withdrawn', 'pub pub-harm'],
} as const;

export type PublicationState = keyof typeof marks;

/** Who may see the record: a sheet of paper with square corners, only in the workspace. */
export function PublicationMark({ state }: { state: PublicationState }) {
  const [glyph, look] = marks[state];
  return (
    <span className={look}>
      <Glyph name={glyph} />
      {useTranslations('states.publication')(state)}
    </span>
  );
}
