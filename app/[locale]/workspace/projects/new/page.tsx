import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowedAtAll } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { ProjectEntryForm } from '#components/project/entry-form.tsx';
import { draftProject } from '../actions.ts';
import { entryChoices } from '../choices.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects'))('new') };
}

export default async function NewProjectPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('projects');
  const record = await getTranslations('record');
  return (
    <>
      <DeskHead title={t('new')} />
      {await notAllowedAtAll(viewer, 'project.draft') ?? (
        <ProjectEntryForm
          action={draftProject} submit={record('save')} back={`/${form}/workspace/projects`}
          hidden={{ request: randomUUID() }} {...await entryChoices(viewer, form)}
        />
      )}
    </>
  );
}
