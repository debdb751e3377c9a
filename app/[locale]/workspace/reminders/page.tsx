import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { folderOf } from '#app/registers.ts';
import { formOfPage, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { Pager } from '#components/pager.tsx';
import { RemindersList } from '#components/reminder/reminders.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { remindersFor } from '#office/reminder/read.ts';
import { seeInList } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reminders'))('heading') };
}

const perPage = 25;

/** All that this person was reminded of and nobody has seen; the desk shows the nearest. */
export default async function RemindersPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('reminders');
  const today = belgradeToday(new Date());
  const reminders = await remindersFor(viewer, today);
  const pages = Math.max(1, Math.ceil(reminders.length / perPage));
  const page = Math.min(pages, pageNumber((await searchParams).page));
  const path = `/${form}/workspace`;
  return (
    <>
      <DeskHead title={t('heading')} lead={t('what')} />
      {reminders.length > 0
        ? <RemindersList reminders={reminders.slice((page - 1) * perPage, page * perPage)} form={form} today={today} see={seeInList} page={page} hrefOf={(noun, id) => `${path}/${folderOf(noun)}/${id}`} requestOf={randomUUID} />
        : <EmptyState icon="circle-check" heading={t('none')} />}
      <Pager page={page} pages={pages} hrefOf={(number) => `${path}/reminders?page=${number}`} />
    </>
  );
}
