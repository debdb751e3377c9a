import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { sentByPost } from '#app/sent.ts';
import type { PageProps } from '#app/shown.ts';
import { ActAside } from '#components/agreement/act-aside.tsx';
import { ActForm } from '#components/agreement/act-form.tsx';
import { actWord } from '#components/agreement/act-word.ts';
import { UnmetList } from '#components/agreement/unmet.tsx';
import { AgreementWay } from '#components/agreement/way.tsx';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { words } from '#messages/words.ts';
import { recordableKinds } from '#office/agreement/act-entry.ts';
import { outlookOf } from '#office/agreement/outlook.ts';
import { papers, type RecordableKind } from '#office/agreement/papers.ts';
import { isOpen } from '#office/agreement/moves.ts';
import { pathOf } from '#office/agreement/path.ts';
import { obstaclesTo } from '#office/agreement/read.ts';
import { recordAgreementAct } from '../../../../actions.ts';
import { actChoices, isBegun, keepersOf, mayOf, namedKind, otherChoices } from '../../../act-choices.ts';
import { agreementPage, factsOf, type AgreementPage } from '../../../agreement-page.ts';

type Props = PageProps<{ id: string; act: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = namedKind((await params).act, recordableKinds);
  const page = await agreementPage(params);
  return titled(kind && page ? (await getTranslations('agreements.do'))(actWord(kind, page.agreement)) : '', 'agreements', params);
}

export default async function NewActPage({ params, searchParams }: Props) {
  const page = await agreementPage(params);
  const kind = namedKind((await params).act, recordableKinds);
  if (!page || !kind) return notThere(params);
  const { form, viewer, title, path, record, agreement, today } = page;
  const word = actWord(kind, agreement);
  const t = await getTranslations('agreements');
  const way = await wayTo(page, { verb: 'recordAct', version: agreement.version, submit: t(`do.${word}`) }, searchParams);
  const unmet = await obstaclesTo(viewer, record.id, kind, today);
  const steps = pathOf(factsOf(agreement), agreement.standing, today);
  const [open, posted] = [isOpen({ unmet }), await sentByPost()];
  return (
    <>
      <DeskHead title={t(`do.${word}`)} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (
        <>
          {steps.some(({ state }) => state === 'now') ? <div className="field"><AgreementWay agreement={agreement} steps={steps} form={form} /></div> : null}
          {open || posted ? null : (
            <Notice tone="wait" weight="solid" heading={t('next.mayNot')}>
              <p>{t('next.mayNotHere')}</p>
              <UnmetList agreement={agreement} unmet={unmet} path={path} form={form} may={mayOf(page)} />
            </Notice>
          )}
          {open || posted || await isBegun(page, `acts/new/${(await params).act}`) ? <Entering page={page} kind={kind} way={way} /> : null}
        </>
      )}
    </>
  );
}

async function Entering({ page, kind, way }: { page: AgreementPage; kind: RecordableKind; way: Awaited<ReturnType<typeof wayTo>> }) {
  const { form, path, record, agreement, today } = page;
  const t = await getTranslations('agreements');
  const { fields, needs } = papers[kind];
  const asked = agreement.procedure === 'domestic_intermunicipal' || kind !== 'council_decision' ? fields : fields.filter((field) => field !== 'partyId');
  return (
    <div className="split">
      <div>
        <p className="prose field">{t(`doWhy.${actWord(kind, agreement)}`)}</p>
        <ActForm
          action={recordAgreementAct} submit={way.face.submit} back={path} noun={nounOf[kind] ?? 'agreementAct'} fields={asked} needs={needs} {...await actChoices(page)}
          others={fields.includes('other') ? await otherChoices(page, way.face.values.otherFound?.[0]) : { near: [], found: [] }} values={Object.keys(way.face.values).length > 0 ? way.face.values : proposed(page, kind)}
          hidden={{ ...(way.proposes ? way.face.hidden : { id: record.id, request: randomUUID() }), kind }}
        />
      </div>
      <ActAside agreement={agreement} publication={record.publication} outlook={outlookOf(factsOf(agreement), kind, today)} keepers={await keepersOf(page)} form={form} />
    </div>
  );
}

/** Acts whose fields are called otherwise than those of the others. */
const nounOf: Partial<Record<RecordableKind, string>> = { archiving: 'archivingAct', initiative: 'initiativeAct', consent_request: 'consentRequestAct' };

/** What is most likely: the retention category that stands, and titles of what may be begun with the act, in Serbian and where there is one in English. */
function proposed({ agreement: { title, procedure, parties, retentionCategory } }: AgreementPage, kind: RecordableKind) {
  const our = parties.filter(({ side }) => side === 'us');
  const whole = kind === 'replacement' || kind === 'renewal';
  const texts = (['sr-Cyrl', 'en'] as const).flatMap((form) => {
    const text = title?.[form]?.text;
    const worded = text && `${words(form, 'vocabulary.act')(actWord(kind, { procedure }))}: ${text}`;
    return text && worded ? [[`documentTitle.${form}`, [worded]], [`otherTitle.${form}`, [whole ? text : worded]]] : [];
  });
  return {
    ...Object.fromEntries(texts), retentionCategory: [retentionCategory ?? ''],
    ...(our.length === 1 && our[0]?.signatory ? { signatory: [our[0].signatory] } : {}),
  };
}
