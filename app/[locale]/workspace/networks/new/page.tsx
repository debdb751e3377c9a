import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowedAtAll } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { MembershipEntryForm } from '#components/membership/entry-form.tsx';
import { draftMembership } from '../actions.ts';
import { entryChoices } from '../choices.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('networks.desk'))('new') };
}

export default async function NewMembershipPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('networks.desk');
  const record = await getTranslations('record');
  const { self, ...choices } = await entryChoices(viewer, form);
  return (
    <>
      <DeskHead title={t('new')} />
      {await notAllowedAtAll(viewer, 'membership.draft') ?? (
        <MembershipEntryForm
          action={draftMembership} submit={record('save')} back={`/${form}/workspace/networks`}
          hidden={{ request: randomUUID() }} values={self ? { memberId: [self] } : {}} {...choices}
        />
      )}
    </>
  );
}
