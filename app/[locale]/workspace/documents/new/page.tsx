import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { beganFromAny, placeBefore } from '#app/began-from.ts';
import { notAllowedAtAll } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { DocumentEntryForm } from '#components/document/entry-form.tsx';
import type { FormValues } from '#office/outcome.ts';
import { draftDocument } from '../actions.ts';
import { entryChoices } from '../choices.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('new') };
}

export default async function NewDocumentPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('documents');
  const record = await getTranslations('record');
  const query = await searchParams;
  const began = beganFromAny(query.record);
  return (
    <>
      <DeskHead title={t('new')} />
      {await notAllowedAtAll(viewer, 'document.draft') ?? (
        <DocumentEntryForm
          action={draftDocument} submit={record('save')} back={placeBefore(form, 'documents', began)}
          hidden={{ request: randomUUID() }} values={asked(query)} {...await entryChoices(viewer, form, undefined, began)}
        />
      )}
    </>
  );
}

/** What a link that asks for a certain document says of it: the record that it belongs to, its kind, its language. */
function asked({ record, kind, language }: Awaited<PageProps['searchParams']>): FormValues {
  const said = { 'links.0.record': record, kind, language };
  const values = Object.entries(said).flatMap(([name, held]) => (typeof held === 'string' && held !== '' ? [[name, [held]]] : []));
  return { ...Object.fromEntries(values), ...(record ? { 'links.rows': ['1'] } : {}) };
}
