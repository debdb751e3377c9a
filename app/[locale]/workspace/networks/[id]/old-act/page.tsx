import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { MembershipLead } from '#components/membership/lead.tsx';
import { Notice } from '#components/notice.tsx';
import { OldRecordActForm } from '#components/record/act-form.tsx';
import { issueWords } from '#messages/issue.ts';
import { membershipActKinds } from '#office/membership/membership.ts';
import { recordOldMembershipAct } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('record.acts'))('old'), 'networks', params);
}

export default async function OldMembershipActPage({ params, searchParams }: Props) {
  const page = await recordOf('networks', params);
  if (!page) return notThere(params);
  const { form, record, title, path } = page;
  const t = await getTranslations('record.acts');
  const kinds = await getTranslations('vocabulary.membershipAct');
  const way = await wayTo(page, { verb: 'recordAct', deed: 'membership.recordOldAct', version: record.version, submit: t('oldSubmit') }, searchParams);
  return (
    <>
      <DeskHead title={t('old')} lead={<MembershipLead path={path} name={title} code={record.code} />} />
      {way.told}
      {way.refusal ?? (record.verification === 'unverified' ? (
        <>
          <p className="prose">{t('oldLead')}</p>
          <OldRecordActForm
            action={recordOldMembershipAct} noun="membership" submit={way.face.submit} values={way.face.values} back={path} kinds={membershipActKinds.map((value) => ({ value, label: kinds(value) }))}
            hidden={way.proposes ? way.face.hidden : { id: record.id, request: randomUUID() }}
          />
        </>
      ) : <Notice tone="wait" weight="solid" heading={issueWords({ rule: 'onlyUnverified' }, form)} />)}
    </>
  );
}
