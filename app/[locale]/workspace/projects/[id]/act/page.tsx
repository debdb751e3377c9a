import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { ProjectActForm } from '#components/project/act-form.tsx';
import { recordProjectAct } from '../../actions.ts';
import { actKinds } from '../../choices.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects'))('act.heading') };
}

export default async function ProjectActPage({ params }: Props) {
  const page = await recordOf('projects', params);
  if (!page) return notThere(params);
  const { viewer, record, title, path } = page;
  const t = await getTranslations('projects.act');
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'recordAct', record) ?? (
        <ProjectActForm
          action={recordProjectAct} submit={t('submit')} back={path} actKinds={await actKinds()}
          hidden={{ id: record.id, version: record.version, request: randomUUID() }}
        />
      )}
    </>
  );
}
