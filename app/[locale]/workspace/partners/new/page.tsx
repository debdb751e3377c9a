import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowedAtAll } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { OrganisationEntryForm } from '#components/organisation/entry-form.tsx';
import { draftOrganisation } from '../actions.ts';
import { entryChoices } from '../choices.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partners'))('new') };
}

export default async function NewPartnerPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('partners');
  const record = await getTranslations('record');
  return (
    <>
      <DeskHead title={t('new')} />
      {await notAllowedAtAll(viewer, 'organisation.draft') ?? (
        <OrganisationEntryForm
          action={draftOrganisation} submit={record('save')} back={`/${form}/workspace/partners`}
          hidden={{ request: randomUUID() }} {...await entryChoices(viewer, form)}
        />
      )}
    </>
  );
}
