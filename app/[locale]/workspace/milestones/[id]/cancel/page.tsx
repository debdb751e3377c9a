import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { CancelForm } from '#components/milestone/act-forms.tsx';
import { cancelMilestone } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('milestones'))('cancel.heading'), 'milestones', params);
}

export default async function CancelMilestonePage({ params, searchParams }: Props) {
  const page = await recordOf('milestones', params);
  if (!page) return notThere(params);
  const { record, title, path } = page;
  const t = await getTranslations('milestones.cancel');
  const way = await wayTo(page, { verb: 'cancel', version: record.version, submit: t('submit') }, searchParams);
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (
        <CancelForm
          action={cancelMilestone} {...way.face} back={path} words={t('what')}
        />
      )}
    </>
  );
}
