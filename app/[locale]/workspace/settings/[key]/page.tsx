import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { admin } from '#app/admin.ts';
import { notThere } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { SettingForm } from '#components/setting/setting-form.tsx';
import { settingsOf } from '#office/setting/read.ts';
import { isSettingKey } from '#office/setting/setting.ts';
import { change } from '../actions.ts';

type Props = PageProps<{ key: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { key } = await params;
  const t = await getTranslations('settings');
  return { title: isSettingKey(key) ? t(`${key}.name`) : t('heading') };
}

/** One choice of the office, and why it is made. For administrators. */
export default async function SettingPage({ params }: Props) {
  const viewer = await admin();
  const { key } = await params;
  const setting = viewer && (await settingsOf(viewer)).find((one) => one.key === key);
  if (!setting) return notThere(params);
  const { value, version } = setting;
  const t = await getTranslations('settings');
  return (
    <>
      <DeskHead title={t(`${key}.name`)} lead={t(`${key}.meaning`)} />
      <SettingForm
        action={change} submit={t('save')} what={t(`${key}.choose`)} holds={typeof value === 'number' ? 'days' : 'on or off'} values={typeof value === 'number' ? { days: [String(value)] } : { value: value ? ['on'] : [] }} hidden={{ key, version: version || undefined, request: randomUUID() }}
        beside={<BackLink href={`/${await formOfPage(params)}/workspace/settings`} />}
      />
    </>
  );
}
