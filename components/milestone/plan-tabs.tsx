import { useTranslations } from 'next-intl';
import { mostCounted } from '#office/milestone/milestone.ts';
import type { PlanCounts } from '#office/milestone/plan.ts';

export type PlanView = 'week' | 'overdue' | 'unowned' | 'timeline';

/** The views of the plan, each at its own address, with how many lines it holds. */
export function PlanTabs({ path, current, counts }: { path: string; current: PlanView | 'all'; counts: PlanCounts }) {
  const t = useTranslations('milestones.plan.views');
  const views = [['all', path, null], ['week', `${path}/week`, counts.week], ['overdue', `${path}/overdue`, counts.overdue], ['unowned', `${path}/unowned`, counts.unowned], ['timeline', `${path}/timeline`, null]] as const;
  return (
    <nav className="views" aria-label={t('label')}>
      {views.map(([view, href, count]) => (
        <a key={view} href={href} aria-current={view === current ? 'page' : undefined}>{t(view)}{count === null ? null : <> <span className="soft num">{count < mostCounted ? count : `${mostCounted}+`}</span></>}</a>
      ))}
    </nav>
  );
}
