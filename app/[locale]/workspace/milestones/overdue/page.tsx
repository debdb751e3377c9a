import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { EmptyState } from '#components/empty-state.tsx';
import { Pager } from '#components/pager.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { overdueMilestones, planCounts } from '#office/milestone/plan.ts';
import { PlanDesk, PlanList } from '../plan-desk.tsx';

const perPage = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('milestones.plan.views'))('overdue') };
}

export default async function OverduePage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const today = belgradeToday(new Date());
  const t = await getTranslations('milestones.plan');
  const pages = Math.max(1, Math.ceil((await planCounts(viewer, today)).overdue / perPage));
  const page = Math.min(pages, pageNumber((await searchParams).page));
  const lines = await overdueMilestones(viewer, today, { limit: perPage, from: (page - 1) * perPage });
  const shared = { form, viewer, view: 'overdue', today } as const;
  return (
    <PlanDesk {...shared}>
      {lines.length === 0 ? <EmptyState icon="circle-check" heading={t('nothingOverdue')} /> : <PlanList {...shared} lines={lines} />}
      <Pager page={page} pages={pages} hrefOf={(one) => `/${form}/workspace/milestones/overdue?page=${one}`} />
    </PlanDesk>
  );
}
