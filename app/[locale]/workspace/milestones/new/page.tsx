import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowedAtAll } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { MilestoneEntryForm } from '#components/milestone/entry-form.tsx';
import { draftMilestone } from '../actions.ts';
import { entryChoices } from '../choices.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('milestones'))('new') };
}

export default async function NewMilestonePage({ params }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('milestones');
  const record = await getTranslations('record');
  return (
    <>
      <DeskHead title={t('new')} />
      {await notAllowedAtAll(viewer, 'milestone.draft') ?? (
        <MilestoneEntryForm
          action={draftMilestone} submit={record('save')} back={`/${form}/workspace/milestones`} values={{ isPublic: ['on'] }}
          hidden={{ request: randomUUID() }} {...await entryChoices(viewer, form)}
        />
      )}
    </>
  );
}
