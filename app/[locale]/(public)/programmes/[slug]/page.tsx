import type { Metadata } from 'next';
import { absent } from '#app/absent.tsx';
import { missingFace, recordFace } from '#app/record-face.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { programmeBySlug, withdrawnProgramme } from '#office/programme/read.ts';
import { visitor } from '#office/viewer.ts';
import { ProgrammeShown } from './shown.tsx';

type Props = PageProps<{ slug: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const form = await formOfPage(params);
  const { slug } = await params;
  const programme = await programmeBySlug(visitor, slug);
  if (!programme) return missingFace();
  return recordFace(form, { path: `/programmes/${slug}`, title: programme.name, code: programme.code, texts: [programme.purpose, programme.eligible] });
}

export default async function ProgrammePage({ params }: Props) {
  const form = await formOfPage(params);
  const { slug } = await params;
  const programme = await programmeBySlug(visitor, slug);
  // Programmes have no list of their own: the way on leads to the projects.
  if (!programme) return absent({ form, noun: 'programme', register: 'projects', slug, withdrawn: await withdrawnProgramme(slug) });
  return <ProgrammeShown form={form} slug={slug} programme={programme} viewer={visitor} />;
}
