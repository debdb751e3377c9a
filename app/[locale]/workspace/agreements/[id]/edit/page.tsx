import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { AgreementEntryForm } from '#components/agreement/entry-form.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { agreementFields } from '#office/agreement/fields.ts';
import { reviseAgreement } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';
import { agreementPage } from '../agreement-page.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('edit') };
}

export default async function EditAgreementPage({ params }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { form, viewer, title, path, agreement, record } = page;
  const t = await getTranslations('record');
  return (
    <>
      <DeskHead title={`${t('edit')}: ${title}`} />
      {await notAllowed(viewer, 'revise', record) ?? (
        <AgreementEntryForm
          action={reviseAgreement} submit={t('save')} back={path} values={agreementFields(agreement)}
          hidden={{ id: record.id, version: agreement.version, request: randomUUID() }} {...await entryChoices(viewer, form, agreement)}
        />
      )}
    </>
  );
}
