import type { Metadata } from 'next';
import { absent } from '#app/absent.tsx';
import { missingFace, recordFace } from '#app/record-face.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { projectBySlug, withdrawnProject } from '#office/project/read.ts';
import { visitor } from '#office/viewer.ts';
import { ProjectShown } from './shown.tsx';

type Props = PageProps<{ slug: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const form = await formOfPage(params);
  const { slug } = await params;
  const project = await projectBySlug(visitor, slug);
  if (!project) return missingFace();
  return recordFace(form, { path: `/projects/${slug}`, title: project.title, code: project.code, texts: [project.summary, project.objective] });
}

export default async function ProjectPage({ params }: Props) {
  const form = await formOfPage(params);
  const { slug } = await params;
  const project = await projectBySlug(visitor, slug);
  if (!project) return absent({ form, noun: 'project', register: 'projects', slug, withdrawn: await withdrawnProject(slug) });
  return <ProjectShown form={form} slug={slug} project={project} viewer={visitor} />;
}
