import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { CancelForm } from '#components/milestone/act-forms.tsx';
import { cancelMilestone } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('milestones'))('cancel.heading') };
}

export default async function CancelMilestonePage({ params }: Props) {
  const page = await recordOf('milestones', params);
  if (!page) return notThere(params);
  const { viewer, record, title, path } = page;
  const t = await getTranslations('milestones.cancel');
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'cancel', record) ?? (
        <CancelForm
          action={cancelMilestone} submit={t('submit')} back={path} words={t('what')}
          hidden={{ id: record.id, version: record.version, request: randomUUID() }}
        />
      )}
    </>
  );
}
