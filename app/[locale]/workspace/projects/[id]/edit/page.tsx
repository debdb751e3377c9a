import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { ProjectEntryForm } from '#components/project/entry-form.tsx';
import { projectFields } from '#office/project/fields.ts';
import { projectById } from '#office/project/read.ts';
import { reviseProject } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('record'))('edit'), 'projects', params);
}

export default async function EditProjectPage({ params, searchParams }: Props) {
  const page = await recordOf('projects', params);
  const record = page && await projectById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, title, path } = page;
  const way = await wayTo(page, { verb: 'revise', values: projectFields(record), version: record.version }, searchParams);
  return (
    <>
      <DeskHead title={`${way.heading}: ${title}`} />
      {way.told}
      {way.refusal ?? (
        <ProjectEntryForm
          action={reviseProject} back={path} {...way.face} {...await entryChoices(viewer, form, record)}
        />
      )}
    </>
  );
}
