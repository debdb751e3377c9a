import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { shownTable } from '#app/tables/shown.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects'))('heading') };
}

export default async function ProjectsDeskPage({ params, searchParams }: PageProps) {
  return shownTable('projects', await formOfPage(params), await searchParams);
}
