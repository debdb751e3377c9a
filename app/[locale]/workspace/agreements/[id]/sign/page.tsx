import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { unmetWords } from '#components/agreement/moves.tsx';
import { StatutoryPath } from '#components/agreement/path.tsx';
import { SignForm } from '#components/agreement/sign-form.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { writeDate } from '#messages/dates.ts';
import { obstaclesToSigning } from '#office/agreement/read.ts';
import { signAgreement } from '../../actions.ts';
import { partyChoices } from '../../choices.ts';
import { agreementPage, type AgreementPage } from '../agreement-page.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agreements.sign'))('heading') };
}

export default async function SignAgreementPage({ params }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { form, viewer, title, path, record, agreement } = page;
  const t = await getTranslations('agreements');
  return (
    <>
      <DeskHead title={t('sign.heading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'sign', record) ?? (
        <>
          {agreement.procedure === 'foreign_city' ? <StatutoryPath agreement={agreement} form={form} /> : null}
          <Signing page={page} />
        </>
      )}
    </>
  );
}

/** Where something stands in the way there is no form: the reason stands in its place. */
async function Signing({ page: { form, viewer, path, record, agreement, today } }: { page: AgreementPage }) {
  const t = await getTranslations('agreements');
  const unmet = await obstaclesToSigning(viewer, record.id, today);
  if (unmet.length > 0) {
    return <Notice tone="wait" weight="solid" heading={t('sign.mayNot')}><ul>{unmet.map((one) => <li key={one.rule}>{unmetWords(one, form)}</li>)}</ul></Notice>;
  }
  const consent = agreement.procedure === 'foreign_city' ? agreement.acts.findLast(({ kind }) => kind === 'consent_given') : null;
  const open = partyChoices(agreement, form, t('hiddenParty')).filter(({ id }) => !agreement.acts.some(({ kind, partyId }) => kind === 'signature' && partyId === id));
  return (
    <>
      <Notice tone="live" weight="solid" heading={t('sign.may')} icon="circle-check">
        <p>{consent?.on ? t('sign.mayConsent', { day: writeDate(consent.on.edtf, form, 'sentence') }) : t('sign.mayPlain')}</p>
      </Notice>
      <div className="split">
        <SignForm action={signAgreement} submit={t('sign.submit')} back={path} parties={open} hidden={{ id: record.id, version: agreement.version, request: randomUUID() }} />
        <aside aria-label={t('sign.what')}>
          <h2>{t('sign.what')}</h2>
          <ol className="list"><li>{t('sign.whatOurs')}</li><li>{t('sign.whatText')}</li></ol>
        </aside>
      </div>
    </>
  );
}
