import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { admin } from '#app/admin.ts';
import { notThere } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { InvitationForm } from '#components/person/invitation-form.tsx';
import { invite } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('invite') };
}

export default async function InvitePage({ params }: PageProps) {
  if (!await admin()) return notThere(params);
  const form = await formOfPage(params);
  const t = await getTranslations('people');
  return (
    <>
      <DeskHead title={t('invite')} lead={t('inviteWhat')} />
      <InvitationForm action={invite} submit={t('inviteSubmit')} back={`/${form}/workspace/people`} linkAt={linkAddress(form)} hidden={{ request: randomUUID() }} />
    </>
  );
}

function linkAddress(form: string): string {
  return `${process.env.PUBLIC_URL ?? ''}/${form}/sign-in/link/`;
}
