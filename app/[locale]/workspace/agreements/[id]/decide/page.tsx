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
import { agreementPage } from '../agreement-page.ts';
import { letAgreementRun } from './actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('decide'))('heading'), 'agreements', params);
}

/** Whether an agreement goes on: the notice that ends it, the renewal that prolongs it, or the word that it may run. */
export default async function DecidePage({ params }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { form, viewer, title, path, record, agreement } = page;
  const t = await getTranslations('decide');
  const verbs = await getTranslations('agreements.do');
  const { decideBy, noticeBy, renewsOn, endsBy } = agreement.standing;
  const day = (iso: string) => writeDay(iso, form, 'sentence');
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'recordAct', record) ?? (
        <div className="prose">
          {decideBy ? <p>{t('by', { day: day(decideBy) })}</p> : <p>{t('noDay')}</p>}
          {renewsOn ? <p>{t('renews', { day: day(renewsOn) })}</p> : null}
          {endsBy ? <p>{t('ends', { day: day(endsBy) })}</p> : null}
          <section className="sec">
            <h2>{t('end')}</h2>
            <p>{noticeBy ? t('endHow', { day: day(noticeBy) }) : t('endHowOpen')}</p>
            <p className="btns"><ButtonLink kind="harm" href={actAddress(path, 'notice')}>{verbs('notice')}</ButtonLink></p>
          </section>
          {agreement.renewal === 'tacit' ? null : (
            <section className="sec">
              <h2>{t('renew')}</h2>
              <p>{t('renewHow')}</p>
              <p className="btns"><ButtonLink kind="line" href={actAddress(path, 'renewal')}>{verbs('renewal')}</ButtonLink></p>
            </section>
          )}
          <section className="sec">
            <h2>{t(agreement.renewal === 'tacit' ? 'letRenew' : 'letEnd')}</h2>
            <p>{t('letHow')}</p>
            <ConfirmForm action={letAgreementRun} submit={t('letSubmit')} noun="decision" beside={<BackLink href={path} />} hidden={{ id: record.id, request: randomUUID() }} />
          </section>
        </div>
      )}
    </>
  );
}
