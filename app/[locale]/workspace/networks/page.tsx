import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { shownTable } from '#app/tables/shown.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('networks.desk'))('heading') };
}

export default async function NetworksDeskPage({ params, searchParams }: PageProps) {
  return shownTable('networks', await formOfPage(params), await searchParams);
}
