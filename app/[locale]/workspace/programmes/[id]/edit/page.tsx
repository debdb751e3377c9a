import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { ProgrammeEntryForm } from '#components/programme/entry-form.tsx';
import { programmeFields } from '#office/programme/fields.ts';
import { programmeById } from '#office/programme/read.ts';
import { reviseProgramme } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('edit') };
}

export default async function EditProgrammePage({ params }: Props) {
  const page = await recordOf('programmes', params);
  const record = page && await programmeById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, title, path } = page;
  const t = await getTranslations('record');
  return (
    <>
      <DeskHead title={`${t('edit')}: ${title}`} />
      {await notAllowed(viewer, 'revise', page.record) ?? (
        <ProgrammeEntryForm
          action={reviseProgramme} submit={t('save')} back={path} values={programmeFields(record)}
          hidden={{ id: record.id, version: record.version, request: randomUUID() }} {...await entryChoices(viewer, form, record)}
        />
      )}
    </>
  );
}
