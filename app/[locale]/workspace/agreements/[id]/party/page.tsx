import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { PartyForm } from '#components/agreement/party-form.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { addAgreementParty } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';
import { agreementPage } from '../agreement-page.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agreements.party'))('heading') };
}

export default async function AddPartyPage({ params }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { form, viewer, title, path, record, agreement } = page;
  const t = await getTranslations('agreements.party');
  const { organisations } = await entryChoices(viewer, form);
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'addParty', record) ?? (
        <PartyForm
          action={addAgreementParty} submit={t('submit')} back={path} organisations={organisations}
          hidden={{ id: record.id, version: agreement.version, request: randomUUID() }}
        />
      )}
    </>
  );
}
