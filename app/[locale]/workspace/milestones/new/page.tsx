import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { beganFrom, placeBefore } from '#app/began-from.ts';
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

export default async function NewMilestonePage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('milestones');
  const record = await getTranslations('record');
  // A record from whose plan the reader came is chosen already; what he may not see is refused when he saves.
  const began = beganFrom(await searchParams, ['agreement', 'membership', 'project', 'programme']);
  return (
    <>
      <DeskHead title={t('new')} />
      {await notAllowedAtAll(viewer, 'milestone.draft') ?? (
        <MilestoneEntryForm
          action={draftMilestone} submit={record('save')} back={placeBefore(form, 'milestones', began)} values={{ isPublic: ['on'], ...(began ? { [`${began.noun}Id`]: [began.id] } : {}) }}
          hidden={{ request: randomUUID() }} {...await entryChoices(viewer, form, undefined, began)}
        />
      )}
    </>
  );
}
