import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { CompleteForm } from '#components/milestone/act-forms.tsx';
import { OpenFirst } from '#components/milestone/waiting.tsx';
import { isOpen, milestoneState } from '#office/milestone/milestone.ts';
import { predecessorsOf } from '#office/milestone/ties.ts';
import { completeMilestone } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('milestones'))('complete.heading'), 'milestones', params);
}

export default async function CompleteMilestonePage({ params, searchParams }: Props) {
  const page = await recordOf('milestones', params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path } = page;
  const before = (await predecessorsOf(viewer, record.id)).filter((line) => isOpen(milestoneState(line)));
  const t = await getTranslations('milestones.complete');
  const way = await wayTo(page, { verb: 'complete', version: record.version, submit: t('submit') }, searchParams);
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (
        <CompleteForm
          action={completeMilestone} {...way.face} back={path} words={t('what')}
          first={before.length > 0 ? <OpenFirst milestones={before} form={form} path={`/${form}/workspace/milestones`} /> : undefined}
        />
      )}
    </>
  );
}
