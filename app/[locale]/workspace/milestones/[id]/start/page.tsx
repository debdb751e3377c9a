import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { StartForm } from '#components/milestone/act-forms.tsx';
import { milestoneById } from '#office/milestone/read.ts';
import { startMilestone } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('milestones'))('start.heading'), 'milestones', params);
}

export default async function StartMilestonePage({ params, searchParams }: Props) {
  const page = await recordOf('milestones', params);
  const milestone = page && await milestoneById(page.viewer, page.record.id);
  if (!page || !milestone) return notThere(params);
  const { record, title, path } = page;
  const t = await getTranslations('milestones.start');
  const way = await wayTo(page, { verb: 'start', version: record.version, values: { progress: [String(milestone.progress)] }, submit: t('submit') }, searchParams);
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (
        <StartForm
          action={startMilestone} submit={way.face.submit} back={path} words={t('what')} values={way.face.values}
          hidden={way.face.hidden}
        />
      )}
    </>
  );
}
