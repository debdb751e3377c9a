import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { shownTable } from '#app/tables/shown.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('heading') };
}

export default async function DocumentsDeskPage({ params, searchParams }: PageProps) {
  return shownTable('documents', await formOfPage(params), await searchParams);
}
