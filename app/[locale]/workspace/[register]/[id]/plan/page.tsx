import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordPage, type RecordPageProps } from '#app/record-page.tsx';
import { pageNumber } from '#app/shown.ts';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { TimelineView } from '#components/milestone/timeline-view.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { permits } from '#office/permission.ts';
import { spanOfPlan, timelineOf, type PlanHolder } from '#office/milestone/timeline.ts';
import { deskHref, namesOf } from '../../../milestones/plan-desk.tsx';
import { zoomed } from '../../../milestones/zoom-links.ts';

const holders = ['agreement', 'membership', 'project', 'programme'] as const satisfies readonly PlanHolder['noun'][];

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: `${(await getTranslations('milestones.plan'))('heading')}: ${(await recordPage(params))?.title ?? ''}` };
}

/** The plan of one agreement, membership, project or programme: drawn, and as a table by months. */
export default async function RecordPlanPage({ params, searchParams }: RecordPageProps) {
  const page = await recordPage(params);
  const noun = holders.find((one) => one === page?.record.noun);
  if (!page || !noun) return notThere(params);
  const { form, viewer, record, title, path } = page;
  const t = await getTranslations('milestones');
  const holder = { noun, id: record.id };
  const today = belgradeToday(new Date());
  const asked = await searchParams;
  const whole = await spanOfPlan(viewer, holder);
  const { from, to, links, href } = await zoomed(asked, { path: `${path}/plan`, form, today, whole });
  const timeline = await timelineOf(viewer, { from, to, holder, page: pageNumber(asked.page) });
  const milestones = `/${form}/workspace/milestones`;
  return (
    <>
      <DeskHead title={t('plan.heading')} lead={<a href={path}>{title}</a>}
        acts={permits(viewer, 'milestone.draft', null) ? <ButtonLink href={`${milestones}/new?${noun}=${record.id}`} icon="plus">{t('new')}</ButtonLink> : null} />
      {!whole && timeline.undated.total === 0 ? <EmptyState icon="milestone" heading={t('plan.noMilestones')}>{t('plan.noMilestonesWhy')}</EmptyState> : (
        <TimelineView timeline={timeline} drawn={{ from, to }} zoom={links} form={form} today={today} path={milestones} hrefOf={deskHref(form)} owners={await namesOf(viewer, form)} of={record.id} pageHref={href} />
      )}
    </>
  );
}
