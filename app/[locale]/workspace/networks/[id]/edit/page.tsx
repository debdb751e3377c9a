import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { MembershipEntryForm } from '#components/membership/entry-form.tsx';
import { textIn } from '#messages/local-text.ts';
import { membershipFields } from '#office/membership/fields.ts';
import { membershipById } from '#office/membership/read.ts';
import { reviseMembership } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('edit') };
}

export default async function EditMembershipPage({ params }: Props) {
  const page = await recordOf('networks', params);
  const record = page && await membershipById(page.viewer, page.record.id);
  if (!page || !record) return notThere(params);
  const { form, viewer, path } = page;
  const t = await getTranslations('record');
  const { networks, organisations } = await entryChoices(viewer, form, record);
  return (
    <>
      <DeskHead title={`${t('edit')}: ${textIn(record.network?.name, form) || page.title}`} />
      {await notAllowed(viewer, 'revise', page.record) ?? (
        <MembershipEntryForm
          action={reviseMembership} submit={t('save')} back={path} values={membershipFields(record)}
          hidden={{ id: record.id, version: record.version, request: randomUUID() }} networks={networks} organisations={organisations}
        />
      )}
    </>
  );
}
