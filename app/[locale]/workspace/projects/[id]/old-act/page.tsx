import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { OldRecordActForm } from '#components/record/act-form.tsx';
import { issueWords } from '#messages/issue.ts';
import { projectActKinds } from '#office/project/project.ts';
import { recordOldProjectAct } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record.acts'))('old') };
}

export default async function OldProjectActPage({ params }: Props) {
  const page = await recordOf('projects', params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path } = page;
  const t = await getTranslations('record.acts');
  const kinds = await getTranslations('vocabulary.projectAct');
  return (
    <>
      <DeskHead title={t('old')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'recordAct', record) ?? (record.verification === 'unverified' ? (
        <>
          <p className="prose">{t('oldLead')}</p>
          <OldRecordActForm
            action={recordOldProjectAct} noun="project" submit={t('oldSubmit')} back={path} kinds={projectActKinds.map((value) => ({ value, label: kinds(value) }))}
            hidden={{ id: record.id, request: randomUUID() }}
          />
        </>
      ) : <Notice tone="wait" weight="solid" heading={issueWords({ rule: 'onlyUnverified' }, form)} />)}
    </>
  );
}
