import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { OldActForm } from '#components/agreement/old-act-form.tsx';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { issueWords } from '#messages/issue.ts';
import { actKinds } from '#office/agreement/agreement.ts';
import { recordOldAgreementAct } from '../../actions.ts';
import { partyChoices } from '../../choices.ts';
import { agreementPage } from '../agreement-page.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('agreements.act'))('old'), 'agreements', params);
}

export default async function RecordOldActPage({ params, searchParams }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { form, title, path, record, agreement } = page;
  const t = await getTranslations('agreements');
  const way = await wayTo(page, { verb: 'recordAct', deed: 'agreement.recordOldAct', version: record.version, submit: t('act.oldSubmit') }, searchParams);
  return (
    <>
      <DeskHead title={t('act.old')} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (record.verification === 'unverified' ? (
        <>
          <p className="prose">{t('act.oldLead')}</p>
          <OldActForm
            action={recordOldAgreementAct} submit={way.face.submit} values={way.face.values} back={path} kinds={actKinds} procedure={agreement.procedure} parties={partyChoices(agreement, form, t('hiddenParty'))}
            hidden={way.face.hidden}
          />
        </>
      ) : <Notice tone="wait" weight="solid" heading={issueWords({ rule: 'onlyUnverified' }, form)} />)}
    </>
  );
}
