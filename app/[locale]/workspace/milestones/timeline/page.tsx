import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { TimelineView } from '#components/milestone/timeline-view.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { timelineOf } from '#office/milestone/timeline.ts';
import { deskHref, namesOf, PlanDesk } from '../plan-desk.tsx';
import { zoomed } from '../zoom-links.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('milestones.plan.views'))('timeline') };
}

export default async function TimelinePage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const today = belgradeToday(new Date());
  const asked = await searchParams;
  const path = `/${form}/workspace/milestones`;
  const { from, to, links, href } = await zoomed(asked, { path: `${path}/timeline`, form, today });
  const timeline = await timelineOf(viewer, { from, to, page: pageNumber(asked.page) });
  return (
    <PlanDesk form={form} viewer={viewer} view="timeline" today={today}>
      <TimelineView timeline={timeline} drawn={{ from, to }} zoom={links} form={form} today={today} path={path} hrefOf={deskHref(form)} owners={await namesOf(viewer, form)} pageHref={href} />
    </PlanDesk>
  );
}
