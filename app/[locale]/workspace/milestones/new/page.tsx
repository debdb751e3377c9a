import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowedAtAll } from '#app/record-page.tsx';
import { formOfPage, one, type PageProps } from '#app/shown.ts';
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
  const asked = await searchParams;
  // A record from whose plan the reader came is chosen already; what he may not see is refused when he saves.
  const held = (['agreement', 'membership', 'project', 'programme'] as const).flatMap((noun) => {
    const id = one(asked[noun]);
    return id && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? [[noun, id] as const] : [];
  });
  const projectId = held.find(([noun]) => noun === 'project')?.[1] ?? null;
  return (
    <>
      <DeskHead title={t('new')} />
      {await notAllowedAtAll(viewer, 'milestone.draft') ?? (
        <MilestoneEntryForm
          action={draftMilestone} submit={record('save')} back={`/${form}/workspace/milestones`} values={{ isPublic: ['on'], ...Object.fromEntries(held.map(([noun, id]) => [`${noun}Id`, [id]])) }}
          hidden={{ request: randomUUID() }} {...await entryChoices(viewer, form, undefined, projectId)}
        />
      )}
    </>
  );
}
