import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { ProjectEntryForm } from '#components/project/entry-form.tsx';
import { projectFields } from '#office/project/fields.ts';
import { projectById } from '#office/project/read.ts';
import { reviseProject } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('edit') };
}

export default async function EditProjectPage({ params }: Props) {
  const page = await recordOf('projects', params);
  const record = page && await projectById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, title, path } = page;
  const t = await getTranslations('record');
  return (
    <>
      <DeskHead title={`${t('edit')}: ${title}`} />
      {await notAllowed(viewer, 'revise', page.record) ?? (
        <ProjectEntryForm
          action={reviseProject} submit={t('save')} back={path} values={projectFields(record)}
          hidden={{ id: record.id, version: record.version, request: randomUUID() }} {...await entryChoices(viewer, form, record)}
        />
      )}
    </>
  );
}
