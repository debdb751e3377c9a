import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { OldRecordActForm } from '#components/record/act-form.tsx';
import { issueWords } from '#messages/issue.ts';
import { membershipActKinds } from '#office/membership/membership.ts';
import { recordOldMembershipAct } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record.acts'))('old') };
}

export default async function OldMembershipActPage({ params }: Props) {
  const page = await recordOf('networks', params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path } = page;
  const t = await getTranslations('record.acts');
  const kinds = await getTranslations('vocabulary.membershipAct');
  return (
    <>
      <DeskHead title={t('old')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'recordAct', record) ?? (record.verification === 'unverified' ? (
        <>
          <p className="prose">{t('oldLead')}</p>
          <OldRecordActForm
            action={recordOldMembershipAct} noun="membership" submit={t('oldSubmit')} back={path} kinds={membershipActKinds.map((value) => ({ value, label: kinds(value) }))}
            hidden={{ id: record.id, request: randomUUID() }}
          />
        </>
      ) : <Notice tone="wait" weight="solid" heading={issueWords({ rule: 'onlyUnverified' }, form)} />)}
    </>
  );
}
