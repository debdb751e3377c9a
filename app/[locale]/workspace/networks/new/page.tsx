import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { beganFrom, placeBefore } from '#app/began-from.ts';
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

export default async function NewMembershipPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('networks.desk');
  const record = await getTranslations('record');
  const began = beganFrom(await searchParams, ['organisation']);
  const { self, ...choices } = await entryChoices(viewer, form, undefined, began);
  return (
    <>
      <DeskHead title={t('new')} />
      {await notAllowedAtAll(viewer, 'membership.draft') ?? (
        <MembershipEntryForm
          action={draftMembership} submit={record('save')} back={placeBefore(form, 'networks', began)}
          hidden={{ request: randomUUID() }} values={{ ...(self ? { memberId: [self] } : {}), ...(began ? { networkId: [began.id] } : {}) }} {...choices}
        />
      )}
    </>
  );
}
