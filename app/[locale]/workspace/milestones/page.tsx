import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { shownTable } from '#app/tables/shown.tsx';
import { ButtonLink } from '#components/button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('milestones'))('heading') };
}

export default async function MilestonesDeskPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('milestones.plan.views');
  const path = `/${form}/workspace/milestones`;
  return shownTable('milestones', form, await searchParams, (
    <>
      <ButtonLink href={`${path}/week`} kind="bare" icon="inbox">{t('week')}</ButtonLink>
      <ButtonLink href={`${path}/timeline`} kind="line" icon="calendar-clock">{t('timeline')}</ButtonLink>
    </>
  ));
}
