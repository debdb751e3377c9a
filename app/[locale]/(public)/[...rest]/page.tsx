import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { missing } from '#app/answer.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { Missing } from '#components/frame/missing.tsx';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await formOfPage(params);
  return { title: (await getTranslations('frame.missing'))('heading'), robots: { index: false } };
}

/** Every address that no other page answers. */
export default async function NowherePage({ params }: PageProps) {
  const form = await formOfPage(params);
  missing();
  return <Missing form={form} />;
}
