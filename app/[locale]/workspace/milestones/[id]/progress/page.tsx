import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { ProgressForm } from '#components/milestone/act-forms.tsx';
import { milestoneById } from '#office/milestone/read.ts';
import { noteProgressOfMilestone } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('milestones'))('progress.heading') };
}

export default async function ProgressMilestonePage({ params }: Props) {
  const page = await recordOf('milestones', params);
  const milestone = page && await milestoneById(page.viewer, page.record.id);
  if (!page || !milestone) return notThere(params);
  const { viewer, record, title, path } = page;
  const t = await getTranslations('milestones.progress');
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'noteProgress', record) ?? (
        <ProgressForm
          action={noteProgressOfMilestone} submit={t('submit')} back={path} words={t('what')} values={{ progress: [String(milestone.progress)] }}
          hidden={{ id: record.id, version: record.version, request: randomUUID() }}
        />
      )}
    </>
  );
}
