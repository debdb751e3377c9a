import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { CompleteForm } from '#components/milestone/act-forms.tsx';
import { OpenFirst } from '#components/milestone/waiting.tsx';
import { isOpen, milestoneState } from '#office/milestone/milestone.ts';
import { predecessorsOf } from '#office/milestone/ties.ts';
import { completeMilestone } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('milestones'))('complete.heading') };
}

export default async function CompleteMilestonePage({ params }: Props) {
  const page = await recordOf('milestones', params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path } = page;
  const before = (await predecessorsOf(viewer, record.id)).filter((line) => isOpen(milestoneState(line)));
  const t = await getTranslations('milestones.complete');
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'complete', record) ?? (
        <CompleteForm
          action={completeMilestone} submit={t('submit')} back={path} words={t('what')}
          first={before.length > 0 ? <OpenFirst milestones={before} form={form} path={`/${form}/workspace/milestones`} /> : undefined}
          hidden={{ id: record.id, version: record.version, request: randomUUID() }}
        />
      )}
    </>
  );
}
