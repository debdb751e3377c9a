import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { folderOf } from '#app/registers.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { Completenesses, Deadlines, LastChanges, WaitingCard } from '#components/desk/cards.tsx';
import { belgradeToday, writeWeekday } from '#messages/dates.ts';
import { lastChanges } from '#office/audit/read.ts';
import { completeness } from '#office/desk/completeness.ts';
import { waitingFor } from '#office/desk/waiting.ts';
import { listMilestones } from '#office/milestone/read.ts';
import { permits } from '#office/permission.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.workspace'))('myDesk') };
}

export default async function DeskPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('desk');
  const today = belgradeToday(new Date());
  const [waiting, figures, changes, coming] = await Promise.all([
    waitingFor(viewer, today), completeness(viewer), lastChanges(viewer, { limit: 8 }), listMilestones(viewer, { open: true, form, perPage: 50 }),
  ]);
  const path = `/${form}/workspace`;
  const hrefOf = (noun: Parameters<typeof folderOf>[0], id: string) => `${path}/${folderOf(noun)}/${id}`;
  return (
    <>
      <DeskHead title={writeWeekday(today, form)} lead={t('lead', { count: waiting.length })}
        acts={permits(viewer, 'agreement.draft', null) ? <ButtonLink href={`${path}/agreements/new`} icon="plus">{t('newAgreement')}</ButtonLink> : null} />
      <div className="cards">
        <WaitingCard waiting={waiting} form={form} hrefOf={hrefOf} />
        <Completenesses figures={figures} hrefOf={(noun) => (noun ? `${path}/${folderOf(noun)}` : `${path}/partners`)} />
        <Deadlines milestones={coming.lines.filter(({ planned }) => planned?.earliest && planned.earliest >= today).slice(0, 8)} form={form} hrefOf={hrefOf} />
        <LastChanges changes={changes} form={form} today={today} hrefOf={hrefOf} />
      </div>
    </>
  );
}
