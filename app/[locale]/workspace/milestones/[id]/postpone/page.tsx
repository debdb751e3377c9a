import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { PostponeForm } from '#components/milestone/act-forms.tsx';
import { WaitingForIt } from '#components/milestone/waiting.tsx';
import { dependantsOf } from '#office/milestone/ties.ts';
import { postponeMilestone } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('milestones'))('postpone.heading') };
}

export default async function PostponeMilestonePage({ params }: Props) {
  const page = await recordOf('milestones', params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path } = page;
  const t = await getTranslations('milestones.postpone');
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'postpone', record) ?? (
        <PostponeForm
          action={postponeMilestone} submit={t('submit')} back={path} words={t('what')}
          waiting={<WaitingForIt milestones={await dependantsOf(viewer, record.id)} form={form} path={`/${form}/workspace/milestones`} />}
          hidden={{ id: record.id, version: record.version, request: randomUUID() }}
        />
      )}
    </>
  );
}
