import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { MilestoneEntryForm } from '#components/milestone/entry-form.tsx';
import { milestoneFields } from '#office/milestone/fields.ts';
import { milestoneById } from '#office/milestone/read.ts';
import { reviseMilestone } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('record'))('edit'), 'milestones', params);
}

export default async function EditMilestonePage({ params, searchParams }: Props) {
  const page = await recordOf('milestones', params);
  const record = page && await milestoneById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, title, path } = page;
  const way = await wayTo(page, { verb: 'revise', values: milestoneFields(record), version: record.version }, searchParams);
  return (
    <>
      <DeskHead title={`${way.heading}: ${title}`} />
      {way.told}
      {way.refusal ?? (
        <MilestoneEntryForm
          action={reviseMilestone} back={path} {...way.face} {...await entryChoices(viewer, form, record)}
        />
      )}
    </>
  );
}
