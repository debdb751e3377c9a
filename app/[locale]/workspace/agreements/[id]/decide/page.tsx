import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { actAddress } from '#components/agreement/act-address.ts';
import { ButtonLink } from '#components/button.tsx';
import { ConfirmForm } from '#components/confirm-form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { writeDay } from '#messages/dates.ts';
import { isTooLateForNotice } from '#office/agreement/agreement.ts';
import { wayToLetRun } from '#office/agreement/let-run.ts';
import { movesOf } from '#office/agreement/read.ts';
import { toDecide, type ToDecide } from '#office/agreement/to-decide.ts';
import { goesOn, waysOn, type WayOn } from '#office/agreement/ways-on.ts';
import { agreementPage, type AgreementPage } from '../agreement-page.ts';
import { letAgreementRun } from './actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('decide'))('heading'), 'agreements', params);
}

/** Whether an agreement goes on: the acts that end or prolong it, as far as they may follow now, or the word that it may run. */
export default async function DecidePage({ params }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { viewer, title, path, record, agreement, today } = page;
  const t = await getTranslations('decide');
  const decision = await toDecide(agreement, today);
  const ways = waysOn(agreement.standing, (await movesOf(viewer, record.id, today))?.moves ?? []);
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'recordAct', record) ?? (
        <div className="prose">
          {ways.some(({ way }) => way === 'let') ? <Days page={page} decision={decision} /> : null}
          {ways.map((one) => (one.way === 'let' ? <Let key="let" page={page} decision={decision} /> : <Way key={one.way} page={page} {...one} />))}
        </div>
      )}
    </>
  );
}

type Told = { page: AgreementPage; decision: ToDecide };

/** By when, what was decided, and what comes if nobody does anything. */
async function Days({ page: { form, agreement: { standing } }, decision }: Told) {
  const t = await getTranslations('decide');
  const { state, decideBy, decideByPassed, noticeBy, noticeEnds, renewsOn, endsBy } = standing;
  const day = (iso: string) => writeDay(iso, form, 'sentence');
  return (
    <>
      {decideBy ? <p>{t(decideByPassed ? 'byPassed' : 'by', { day: day(decideBy) })}</p> : state === 'notice_given' ? null : <p>{t('noDay')}</p>}
      {decision?.state === 'decided' ? <p>{t('decided', { day: day(decision.on) })}</p> : null}
      {renewsOn && noticeBy && noticeEnds && isTooLateForNotice(standing) ? <p>{t('renewsAnyway', { day: day(renewsOn), by: day(noticeBy), ends: day(noticeEnds) })}</p> : renewsOn ? <p>{t('renews', { day: day(renewsOn) })}</p> : null}
      {endsBy ? <p>{t('ends', { day: day(endsBy) })}</p> : null}
    </>
  );
}

/** One way that is done by acts: what it is, and the pages of the acts. */
async function Way({ page: { form, path, agreement }, way, acts }: { page: AgreementPage } & WayOn) {
  const t = await getTranslations('decide');
  const verbs = await getTranslations('agreements.do');
  const { noticeBy, endsBy } = agreement.standing;
  const how = way !== 'end' ? t(`${way as Exclude<typeof way, 'let' | 'end'>}How`)
    : endsBy ? t('endHowFixed') : noticeBy ? t('endHow', { day: writeDay(noticeBy, form, 'sentence') }) : t('endHowOpen');
  return (
    <section className="sec">
      <h2>{t(way)}</h2>
      <p>{how}</p>
      {acts.length === 0 ? null : <p className="btns">{acts.map((kind) => <ButtonLink key={kind} kind={harmful.includes(kind) ? 'harm' : 'line'} href={actAddress(path, kind)}>{verbs(kind)}</ButtonLink>)}</p>}
      {way === 'over' ? <p><a href={path}>{t('toRecord')}</a></p> : null}
    </section>
  );
}

const harmful = ['notice', 'party_withdrawal', 'termination'];

/** That it may run on or end by itself: noted as a decision, so that it waits no longer. */
async function Let({ page: { form, viewer, path, record, agreement }, decision }: Told) {
  const t = await getTranslations('decide');
  const runs = goesOn(agreement.renewal, agreement.standing);
  const way = wayToLetRun(viewer);
  return (
    <section className="sec">
      <h2>{t(!runs ? 'letEnd' : agreement.renewal === 'tacit' ? 'letRenew' : 'letGoOn')}</h2>
      {runs ? null : <p>{t('endsItself')} <a href={`/${form}/workspace/agreements/new`}>{t('newAgreement')}</a></p>}
      {runs && decision?.state === 'decided' ? <p>{t('letDecided')}</p> : way === null ? <p>{t('letNotYours')}</p> : (
        <>
          <p>{t(way === 'act' ? 'letHow' : 'letProposed')}</p>
          <ConfirmForm action={letAgreementRun} submit={t(way === 'act' ? 'letSubmit' : 'letPropose')} noun="decision" beside={<BackLink href={path} />} hidden={{ id: record.id, request: randomUUID() }} />
        </>
      )}
    </section>
  );
}
