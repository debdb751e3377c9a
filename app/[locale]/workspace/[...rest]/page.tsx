import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { missing } from '#app/answer.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { MissingAtDesk } from '#components/frame/missing-at-desk.tsx';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await formOfPage(params);
  return { title: (await getTranslations('frame.missing'))('heading') };
}

/** Every address of the workspace that no other page answers; who is not signed in learns nothing of it. */
export default async function NowherePage({ params }: PageProps) {
  const form = await formOfPage(params);
  await staff();
  missing();
  return <MissingAtDesk form={form} />;
}
