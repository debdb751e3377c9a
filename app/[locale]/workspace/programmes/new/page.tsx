import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowedAtAll } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { ProgrammeEntryForm } from '#components/programme/entry-form.tsx';
import { draftProgramme } from '../actions.ts';
import { entryChoices } from '../choices.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programmes.desk'))('new') };
}

export default async function NewProgrammePage({ params }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('programmes.desk');
  const record = await getTranslations('record');
  return (
    <>
      <DeskHead title={t('new')} />
      {await notAllowedAtAll(viewer, 'programme.draft') ?? (
        <ProgrammeEntryForm
          action={draftProgramme} submit={record('save')} back={`/${form}/workspace/programmes`}
          hidden={{ request: randomUUID() }} {...await entryChoices(viewer, form)}
        />
      )}
    </>
  );
}
