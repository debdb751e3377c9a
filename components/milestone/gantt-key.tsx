import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';

/** What the shapes of the drawing mean. */
export function GanttKey({ hasTies, hasDayless }: { hasTies: boolean; hasDayless: boolean }) {
  const t = useTranslations('milestones.plan');
  return (
    <>
      <Key words={t('planned')}><path className="gantt-planned" d="M10 0l7 7l-7 7l-7 -7z" /></Key>
      <Key words={t('actual')}><path className="plan-actual" d="M10 0l7 7l-7 7l-7 -7z" /></Key>
      {hasDayless ? <Key words={t('dayUnknown')}><path className="gantt-planned" d="M10 0l7 7l-7 7l-7 -7z" /><path className="gantt-tick" d="M6 7l3 4l6 -8" /></Key> : null}
      <Key words={t('late')}><path className="gantt-planned gantt-overdue" d="M7 1l6 6l-6 6l-6 -6z" /><path className="gantt-late" d="M13 7H20" /></Key>
      <Key words={t('moved')}><path className="gantt-before" d="M2 7H18M2 2v10" /></Key>
      <Key words={t('today')}><path className="plan-today" d="M10 0V14" /></Key>
      {hasTies ? <Key words={t('waits')}><path className="gantt-tie" d="M2 3H8V10H13" /><path className="gantt-head" d="M13 6l7 4l-7 4z" /></Key> : null}
    </>
  );
}

function Key({ words, children }: { words: string; children: ReactNode }) {
  return <span className="plan-key"><svg viewBox="0 0 20 14" aria-hidden="true">{children}</svg>{words}</span>;
}
