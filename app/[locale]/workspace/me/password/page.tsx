import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { OwnPasswordForm } from '#components/person/own-forms.tsx';
import { ownRecord } from '#office/person/own.ts';
import { changePassword } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('me'))('changePassword') };
}

/** Another password in the place of one's own. */
export default async function PasswordPage({ params }: PageProps) {
  const viewer = await staff();
  const form = await formOfPage(params);
  const t = await getTranslations('me');
  const own = await ownRecord(viewer);
  return (
    <>
      <DeskHead title={t('changePassword')} lead={t('passwordWhat')} />
      <OwnPasswordForm action={changePassword} email={own?.email ?? ''} whose={t('whose')} back={`/${form}/workspace/me`} submit={t('savePassword')} hidden={{ request: randomUUID() }} />
    </>
  );
}
