import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { OwnEmailForm } from '#components/person/own-forms.tsx';
import { ownRecord } from '#office/person/own.ts';
import { changeEmail } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('me'))('changeEmail') };
}

/** Another address to sign in with; the password is asked for. */
export default async function EmailPage({ params }: PageProps) {
  const viewer = await staff();
  const form = await formOfPage(params);
  const t = await getTranslations('me');
  const own = await ownRecord(viewer);
  return (
    <>
      <DeskHead title={t('changeEmail')} lead={t('emailWhat')} />
      <OwnEmailForm action={changeEmail} back={`/${form}/workspace/me`} submit={t('saveEmail')} values={{ email: [own?.email ?? ''] }} hidden={{ request: randomUUID() }} />
    </>
  );
}
