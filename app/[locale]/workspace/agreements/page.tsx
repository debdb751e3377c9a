import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { shownTable } from '#app/tables/shown.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agreements'))('heading') };
}

export default async function AgreementsDeskPage({ params, searchParams }: PageProps) {
  return shownTable('agreements', await formOfPage(params), await searchParams);
}
