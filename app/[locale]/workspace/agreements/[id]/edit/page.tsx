import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { AgreementEntryForm } from '#components/agreement/entry-form.tsx';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { agreementFields } from '#office/agreement/fields.ts';
import { reviseAgreement } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';
import { agreementPage } from '../agreement-page.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('record'))('edit'), 'agreements', params);
}

export default async function EditAgreementPage({ params, searchParams }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { form, viewer, title, path, agreement } = page;
  const way = await wayTo(page, { verb: 'revise', values: agreementFields(agreement), version: agreement.version }, searchParams);
  return (
    <>
      <DeskHead title={`${way.heading}: ${title}`} />
      {way.told}
      {way.refusal ?? (
        <AgreementEntryForm
          action={reviseAgreement} back={path} {...way.face} {...await entryChoices(viewer, form, agreement)}
        />
      )}
    </>
  );
}
