import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, one, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { MilestoneTable } from '#components/milestone/table.tsx';
import { RegisterDesk } from '#components/record/register-desk.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { milestoneKinds } from '#office/milestone/milestone.ts';
import { listMilestones } from '#office/milestone/read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('milestones'))('heading') };
}

export default async function MilestonesDeskPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('milestones');
  const kinds = await getTranslations('vocabulary.milestoneKind');
  const query = await searchParams;
  const [q, sort, kind] = [one(query.q), one(query.sort), one(query.kind)];
  const chosen = milestoneKinds.find((known) => known === kind);
  const list = await listMilestones(viewer, { q, form, sort, kind: chosen, page: pageNumber(query.page), perPage: 50 });
  const asked = { q, sort, kind: chosen };
  const path = `/${form}/workspace/milestones`;
  return (
    <RegisterDesk
      heading={t('heading')} viewer={viewer} noun="milestone" path={path} newLabel={t('new')} list={list} asked={asked}
      filter={{ name: 'kind', options: milestoneKinds.map((value) => ({ value, label: kinds(value) })) }}
    >
      <MilestoneTable lines={list.lines} form={form} path={path} asked={asked} today={belgradeToday(new Date())} />
    </RegisterDesk>
  );
}
