import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, one, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { ProjectTable } from '#components/project/table.tsx';
import { RegisterDesk } from '#components/record/register-desk.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { listProjects } from '#office/project/read.ts';
import { partnerRoles } from '#office/vocabulary.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects'))('heading') };
}

export default async function ProjectsDeskPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('projects');
  const fields = await getTranslations('fields.project');
  const roles = await getTranslations('vocabulary.partnerRole');
  const query = await searchParams;
  const [q, sort, role] = [one(query.q), one(query.sort), one(query.role)];
  const chosen = partnerRoles.find((known) => known === role);
  const today = belgradeToday(new Date());
  const list = await listProjects(viewer, { q, form, sort, ourRole: chosen, page: pageNumber(query.page), perPage: 50 }, today);
  const asked = { q, sort, role: chosen };
  const path = `/${form}/workspace/projects`;
  return (
    <RegisterDesk
      heading={t('heading')} viewer={viewer} noun="project" path={path} newLabel={t('new')} list={list} asked={asked}
      filter={{ name: 'role', label: fields('ourRole'), options: partnerRoles.map((value) => ({ value, label: roles(value) })) }}
    >
      <ProjectTable lines={list.lines} form={form} path={path} asked={asked} today={today} />
    </RegisterDesk>
  );
}
