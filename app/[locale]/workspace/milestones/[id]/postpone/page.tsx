import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { PostponeForm } from '#components/milestone/act-forms.tsx';
import { WaitingForIt } from '#components/milestone/waiting.tsx';
import { dependantsOf } from '#office/milestone/ties.ts';
import { postponeMilestone } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('milestones'))('postpone.heading'), 'milestones', params);
}

export default async function PostponeMilestonePage({ params, searchParams }: Props) {
  const page = await recordOf('milestones', params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path } = page;
  const t = await getTranslations('milestones.postpone');
  const way = await wayTo(page, { verb: 'postpone', version: record.version, submit: t('submit') }, searchParams);
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (
        <PostponeForm
          action={postponeMilestone} {...way.face} back={path} words={t('what')}
          waiting={<WaitingForIt milestones={await dependantsOf(viewer, record.id)} form={form} path={`/${form}/workspace/milestones`} />}
        />
      )}
    </>
  );
}
