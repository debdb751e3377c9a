import { useTranslations } from 'next-intl';
import { Glyph } from '#components/glyph.tsx';

type DueProps = {
  kind: 'overdue' | 'soon';
  /** Whole days, late ones or those that are left. */
  days: number;
  /** An agreement expires; a milestone is due. */
  what?: 'agreement' | 'milestone';
};

const words = {
  agreement: { soon: 'soon', today: 'today' },
  milestone: { soon: 'dueIn', today: 'dueToday' },
} as const;

/** Time, a triangle: computed and never stored. */
export function DueMark({ kind, days, what = 'agreement' }: DueProps) {
  const t = useTranslations('states.time');
  const { soon, today } = words[what];
  return (
    <span className={kind === 'soon' ? 'due due-soon' : 'due'}>
      <Glyph name={kind === 'soon' ? 'soon' : 'late'} />
      {kind === 'overdue' ? t('overdue', { days }) : days === 0 ? t(today) : t(soon, { days })}
    </span>
  );
}
