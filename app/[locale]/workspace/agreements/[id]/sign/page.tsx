import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { sentByPost } from '#app/sent.ts';
import type { PageProps } from '#app/shown.ts';
import { ActAside } from '#components/agreement/act-aside.tsx';
import { SignForm } from '#components/agreement/sign-form.tsx';
import { UnmetList } from '#components/agreement/unmet.tsx';
import { AgreementWay } from '#components/agreement/way.tsx';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { writeDate } from '#messages/dates.ts';
import { outlookOf } from '#office/agreement/outlook.ts';
import { pathOf } from '#office/agreement/path.ts';
import { obstaclesTo } from '#office/agreement/read.ts';
import { signAgreement } from '../../actions.ts';
import { actChoices, isBegun, keepersOf, mayOf } from '../act-choices.ts';
import { agreementPage, factsOf, type AgreementPage } from '../agreement-page.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('agreements.sign'))('heading'), 'agreements', params);
}

export default async function SignAgreementPage({ params, searchParams }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { form, title, path, agreement, today } = page;
  const t = await getTranslations('agreements');
  const way = await wayTo(page, { verb: 'sign', version: agreement.version, submit: t('sign.submit') }, searchParams);
  const steps = pathOf(factsOf(agreement), agreement.standing, today);
  return (
    <>
      <DeskHead title={t('sign.heading')} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (
        <>
          {steps.length ? <div className="field"><AgreementWay agreement={agreement} steps={steps} form={form} /></div> : null}
          <Signing page={page} way={way} />
        </>
      )}
    </>
  );
}

/** Where something stands in the way there is no form, unless somebody has begun it before: the reason stands in its place. */
async function Signing({ page, way }: { page: AgreementPage; way: Awaited<ReturnType<typeof wayTo>> }) {
  const { form, viewer, path, record, agreement, today } = page;
  const t = await getTranslations('agreements');
  const unmet = await obstaclesTo(viewer, record.id, 'signature', today);
  const mayNot = unmet.length > 0 && !await sentByPost() ? (
    <Notice tone="wait" weight="solid" heading={t('sign.mayNot')}>
      <p>{t('next.mayNotHere')}</p>
      <UnmetList agreement={agreement} unmet={unmet} path={path} form={form} may={mayOf(page)} />
    </Notice>
  ) : null;
  if (mayNot && !await isBegun(page, 'sign')) return mayNot;
  const consent = agreement.procedure === 'foreign_city' ? agreement.acts.findLast(({ kind }) => kind === 'consent_given') : null;
  const { parties, ...choices } = await actChoices(page);
  const open = parties.filter(({ id }) => agreement.standing.unsigned.includes(id) || !agreement.acts.some(({ kind, partyId }) => kind === 'signature' && partyId === id));
  return (
    <>
      {mayNot}
      {unmet.length === 0 ? (
        <Notice tone="live" weight="solid" heading={t('sign.may')} icon="circle-check">
          <p>{consent?.on ? t('sign.mayConsent', { day: writeDate(consent.on.edtf, form, 'sentence') }) : t('sign.mayPlain')}</p>
        </Notice>
      ) : null}
      <div className="split">
        <SignForm
          action={signAgreement} submit={way.face.submit} back={path} parties={open} {...choices} values={Object.keys(way.face.values).length > 0 ? way.face.values : proposed(page, open)}
          hidden={way.proposes ? way.face.hidden : { id: record.id, request: randomUUID() }}
        />
        <ActAside agreement={agreement} publication={record.publication} outlook={outlookOf(factsOf(agreement), 'signature', today)} keepers={await keepersOf(page)} form={form} />
      </div>
    </>
  );
}

/** Our side signs first, by the hand that the decision names. */
function proposed({ agreement: { title, parties } }: AgreementPage, open: readonly { id: string }[]) {
  const first = parties.find(({ id, side }) => side === 'us' && open.some((one) => one.id === id)) ?? parties.find(({ id }) => open.some((one) => one.id === id));
  const office = first?.signatoryOffice;
  const texts = (['sr-Cyrl', 'en'] as const).flatMap((form) => [
    ...(title?.[form]?.text ? [[`documentTitle.${form}`, [title[form].text]]] : []), ...(office?.[form]?.text ? [[`signatoryOffice.${form}`, [office[form].text]]] : []),
  ]);
  return { ...Object.fromEntries(texts), partyId: [first?.id ?? ''], signatory: [first?.signatory ?? ''] };
}
