import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere } from '#app/record-page.tsx';
import { isRegister } from '#app/registers.ts';
import { formOfPage, one, type PageProps } from '#app/shown.ts';
import { shownViews } from '#app/tables/shown-views.tsx';
import { staff } from '#app/viewer.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record.views'))('heading') };
}

/** Keeps what a table shows now as a view, and names, shares and takes away those that are kept. */
export default async function ViewsPage({ params, searchParams }: PageProps<{ register: string }>) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const { register } = await params;
  const query = await searchParams;
  return isRegister(register) ? shownViews(viewer, form, register, { of: one(query.of), edit: one(query.edit) }) : notThere(params);
}
