import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { OrganisationEntryForm } from '#components/organisation/entry-form.tsx';
import { organisationFields } from '#office/organisation/fields.ts';
import { organisationById } from '#office/organisation/read.ts';
import { reviseOrganisation } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('edit') };
}

export default async function EditPartnerPage({ params }: Props) {
  const page = await recordOf('partners', params);
  const record = page && await organisationById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, title, path } = page;
  const t = await getTranslations('record');
  return (
    <>
      <DeskHead title={`${t('edit')}: ${title}`} />
      {await notAllowed(viewer, 'revise', page.record) ?? (
        <OrganisationEntryForm
          action={reviseOrganisation} submit={t('save')} back={path} values={organisationFields(record)}
          hidden={{ id: record.id, version: record.version, request: randomUUID() }} {...await entryChoices(viewer, form, record)}
        />
      )}
    </>
  );
}
