import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { MilestoneEntryForm } from '#components/milestone/entry-form.tsx';
import { milestoneFields } from '#office/milestone/fields.ts';
import { milestoneById } from '#office/milestone/read.ts';
import { reviseMilestone } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('edit') };
}

export default async function EditMilestonePage({ params }: Props) {
  const page = await recordOf('milestones', params);
  const record = page && await milestoneById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, title, path } = page;
  const t = await getTranslations('record');
  return (
    <>
      <DeskHead title={`${t('edit')}: ${title}`} />
      {await notAllowed(viewer, 'revise', page.record) ?? (
        <MilestoneEntryForm
          action={reviseMilestone} submit={t('save')} back={path} values={milestoneFields(record)}
          hidden={{ id: record.id, version: record.version, request: randomUUID() }} {...await entryChoices(viewer, form, record)}
        />
      )}
    </>
  );
}
