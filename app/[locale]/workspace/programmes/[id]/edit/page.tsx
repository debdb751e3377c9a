import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { ProgrammeEntryForm } from '#components/programme/entry-form.tsx';
import { programmeFields } from '#office/programme/fields.ts';
import { programmeById } from '#office/programme/read.ts';
import { reviseProgramme } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('record'))('edit'), 'programmes', params);
}

export default async function EditProgrammePage({ params, searchParams }: Props) {
  const page = await recordOf('programmes', params);
  const record = page && await programmeById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, title, path } = page;
  const way = await wayTo(page, { verb: 'revise', values: programmeFields(record), version: record.version }, searchParams);
  return (
    <>
      <DeskHead title={`${way.heading}: ${title}`} />
      {way.told}
      {way.refusal ?? (
        <ProgrammeEntryForm
          action={reviseProgramme} back={path} {...way.face} {...await entryChoices(viewer, form, record)}
        />
      )}
    </>
  );
}
