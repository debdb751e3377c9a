import { useTranslations } from 'next-intl';
import { Glyph } from '#components/glyph.tsx';

/** Time, a triangle: computed and never stored. `days` counts whole days, late ones or those that are left. */
export function DueMark({ kind, days }: { kind: 'overdue' | 'soon'; days: number }) {
  const t = useTranslations('states.time');
  return (
    <span className={kind === 'soon' ? 'due due-soon' : 'due'}>
      <Glyph name={kind === 'soon' ? 'soon' : 'late'} />
      {kind === 'soon' && days === 0 ? t('today') : t(kind, { days })}
    </span>
  );
}
