import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { OldActForm } from '#components/agreement/old-act-form.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { issueWords } from '#messages/issue.ts';
import { actKinds } from '#office/agreement/agreement.ts';
import { recordOldAgreementAct } from '../../actions.ts';
import { partyChoices } from '../../choices.ts';
import { agreementPage } from '../agreement-page.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agreements.act'))('old') };
}

export default async function RecordOldActPage({ params }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { form, viewer, title, path, record, agreement } = page;
  const t = await getTranslations('agreements');
  return (
    <>
      <DeskHead title={t('act.old')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'recordAct', record) ?? (record.verification === 'unverified' ? (
        <>
          <p className="prose">{t('act.oldLead')}</p>
          <OldActForm
            action={recordOldAgreementAct} submit={t('act.oldSubmit')} back={path} kinds={actKinds} parties={partyChoices(agreement, form, t('hiddenParty'))}
            hidden={{ id: record.id, version: agreement.version, request: randomUUID() }}
          />
        </>
      ) : <Notice tone="wait" weight="solid" heading={issueWords({ rule: 'onlyUnverified' }, form)} />)}
    </>
  );
}
