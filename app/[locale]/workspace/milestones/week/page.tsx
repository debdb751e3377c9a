import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { EmptyState } from '#components/empty-state.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { milestonesOfWeek, overdueMilestones } from '#office/milestone/plan.ts';
import { PlanDesk, PlanList } from '../plan-desk.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('milestones.plan.views'))('week') };
}

export default async function WeekPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const today = belgradeToday(new Date());
  const t = await getTranslations('milestones.plan');
  const [week, late] = await Promise.all([milestonesOfWeek(viewer, today), overdueMilestones(viewer, today, { whose: 'mine', limit: 50 })]);
  const earlier = late.filter(({ id }) => !week.some((one) => one.id === id));
  const shared = { form, viewer, view: 'week', today } as const;
  return (
    <PlanDesk {...shared}>
      {week.length === 0 ? <EmptyState icon="calendar-clock" heading={t('nothingThisWeek')}>{t('nothingThisWeekWhy')}</EmptyState> : <PlanList {...shared} lines={week} />}
      {earlier.length === 0 ? null : <section className="sec"><h2>{t('earlier')}</h2><PlanList {...shared} lines={earlier} /></section>}
    </PlanDesk>
  );
}
