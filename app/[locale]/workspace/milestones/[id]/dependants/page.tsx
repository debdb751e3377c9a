import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { one, type PageProps } from '#app/shown.ts';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { PushedList } from '#components/milestone/pushed-list.tsx';
import { isOpen, milestoneState } from '#office/milestone/milestone.ts';
import { milestoneById } from '#office/milestone/read.ts';
import { dependantsOf } from '#office/milestone/ties.ts';
import { permits } from '#office/permission.ts';
import { shiftDependant } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('milestones.plan'))('pushed.heading'), 'milestones', params);
}

/** After a postponement: what waits for the milestone and would now fall before it, each to be put off by one press, or left. */
export default async function DependantsPage({ params, searchParams }: Props) {
  const page = await recordOf('milestones', params);
  const milestone = page && await milestoneById(page.viewer, page.record.id);
  if (!page || !milestone) return notThere(params);
  const { form, viewer, record, title, path } = page;
  const t = await getTranslations('milestones.plan.pushed');
  const asked = one((await searchParams).by) ?? '';
  const by = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : null;
  const waiting = (await dependantsOf(viewer, record.id)).filter((line) => isOpen(milestoneState(line)));
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} acts={<ButtonLink href={path} icon="check">{t('done')}</ButtonLink>} />
      {waiting.length === 0 ? <EmptyState icon="circle-check" heading={t('none')} /> : (
        <PushedList
          lines={waiting} after={milestone.planned} by={by} of={record.id} form={form} path={`/${form}/workspace/milestones`} action={shiftDependant}
          may={(line) => permits(viewer, 'milestone.postpone', line)} request={() => randomUUID()}
        />
      )}
    </>
  );
}
