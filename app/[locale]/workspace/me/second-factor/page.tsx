import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { safeReturnPath } from '#app/return-path.ts';
import { formOfPage, one, type PageProps } from '#app/shown.ts';
import { holder } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { FactorAct } from '#components/person/factor-act.tsx';
import { belgradeToday, writeInstant } from '#messages/dates.ts';
import { ownFactor } from '#office/person/second-factor.ts';
import { begin, drop, renewCodes } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondFactor'))('heading') };
}

/** The viewer's own second factor: whether there is one, its recovery codes, and how it begins and ends. */
export default async function SecondFactorPage({ params, searchParams }: PageProps) {
  const { staff: viewer, mustSetUp } = await holder();
  const form = await formOfPage(params);
  const asked = await searchParams;
  const t = await getTranslations('secondFactor');
  const { since, readable, codesLeft, required } = await ownFactor(viewer, belgradeToday(new Date()));
  const next = `/${form}${safeReturnPath(one(asked.next) ?? '')}`;
  const here = `/${form}/workspace/me/second-factor`;
  const hidden = () => ({ request: randomUUID() });
  return (
    <>
      <DeskHead title={t('heading')} lead={t('lead')} />
      {mustSetUp ? <Notice tone="wait" weight="solid" heading={t('must')}><p>{t('mustWhy')}</p></Notice> : null}
      {asked.recovered === undefined || !since ? null : <Notice tone={codesLeft > 3 ? 'way' : 'wait'} weight="solid" heading={t('recovered', { count: codesLeft })}><p>{t('recoveredWhat')}</p><p><a href={next}>{t('goOn')}</a></p></Notice>}
      {readable ? null : <Notice tone="harm" weight="solid" heading={t('unreadable')}><p>{t('unreadableWhat')}</p></Notice>}
      {since === null ? (
        <section className="part sec">
          <h2>{t('off')}</h2>
          <p className="prose">{t('offWhat')}</p>
          <FactorAct action={begin} submit={t('begin')} hidden={hidden()} />
        </section>
      ) : (
        <>
          <section className="part sec">
            <h2>{t('on', { day: writeInstant(since, form, 'table') })}</h2>
            <p className="prose">{t('onWhat')}</p>
            <FactorAct action={begin} kind="line" submit={t('another')} hidden={hidden()} />
          </section>
          <section className="part sec">
            <h2>{t('codes')}</h2>
            <p className="prose">{t('codesLeft', { count: codesLeft })} {t('codesWhat')}</p>
            <FactorAct action={renewCodes} kind="line" submit={t('renew')} hidden={hidden()} codesThen={here} />
          </section>
          <section className="part sec">
            <h2>{t('end')}</h2>
            <p className="prose">{t(required ? 'endNot' : 'endWhat')}</p>
            {required ? null : <FactorAct action={drop} kind="harm" submit={t('drop')} hidden={hidden()} />}
          </section>
        </>
      )}
    </>
  );
}
