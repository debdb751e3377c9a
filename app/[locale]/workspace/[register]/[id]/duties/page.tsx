import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, type RecordPageProps } from '#app/record-page.tsx';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { Notice } from '#components/notice.tsx';
import { DutyList } from '#components/obligation/duty-list.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { membershipById } from '#office/membership/read.ts';
import { openOfDuties } from '#office/milestone/plan.ts';
import { earlierTimes } from '#office/obligation/earlier.ts';
import { dutiesOf } from '#office/obligation/read.ts';
import { permits, wayOf } from '#office/permission.ts';
import { dutiesPage, type DutiesPage } from './duty-page.ts';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return { title: `${(await getTranslations('duties'))('heading')}: ${(await dutiesPage(params))?.title ?? ''}` };
}

/** What is owed under an agreement or a membership: each duty with its next times, and what may be done about it. */
export default async function DutiesDeskPage({ params }: RecordPageProps) {
  const page = await dutiesPage(params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path, holder } = page;
  const t = await getTranslations('duties');
  const duties = await dutiesOf(viewer, holder);
  const may = { enter: wayOf(viewer, `${holder.noun}.enterDuty`, holder.noun, record, page.office) !== null, settle: wayOf(viewer, `${holder.noun}.settleDuty`, holder.noun, record, page.office) !== null };
  const today = belgradeToday(new Date());
  const milestones = `/${form}/workspace/milestones`;
  const list = {
    coming: await openOfDuties(viewer, duties.map(({ id }) => id)), earlier: await earlierTimes(duties, today),
    newMilestone: permits(viewer, 'milestone.draft', null) ? `${milestones}/new?${holder.noun}=${holder.id}` : null,
  };
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} acts={may.enter ? <ButtonLink href={`${path}/duties/new`} icon="plus">{t('new')}</ButtonLink> : null} />
      {may.enter && await feeIsMissing(page, duties) ? (
        <Notice tone="way" heading={t('fee.heading')}><p>{t('fee.why')}</p><p><ButtonLink kind="line" icon="calendar-plus" href={`${path}/duties/new?fee=yearly`}>{t('fee.act')}</ButtonLink></p></Notice>
      ) : null}
      {duties.length === 0 ? <EmptyState icon="calendar-clock" heading={t('none')}>{t('noneWhy')}</EmptyState> : (
        <DutyList duties={duties} {...list} form={form} today={today} path={`${path}/duties`} milestones={milestones} may={may} />
      )}
    </>
  );
}

/** A yearly fee is known, and no duty says when it is to be paid. */
async function feeIsMissing({ viewer, holder }: DutiesPage, duties: Awaited<ReturnType<typeof dutiesOf>>): Promise<boolean> {
  if (holder.noun !== 'membership' || duties.some(({ kind, state }) => kind === 'fee_due' && state === 'open')) return false;
  return (await membershipById(viewer, holder.id))?.feePeriod === 'yearly';
}
