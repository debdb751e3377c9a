import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { admin } from '#app/admin.ts';
import { notThere } from '#app/record-page.tsx';
import { formOfPage, one, type PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { LetterTable } from '#components/mail/letter-table.tsx';
import { OnePressForm } from '#components/milestone/one-press-form.tsx';
import { Notice } from '#components/notice.tsx';
import { writeNumber } from '#messages/numbers.ts';
import { letterCounts, lettersIn, letterStates } from '#office/mail/read.ts';
import { dropLetter, sendLetter, sendTrial } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('outbox'))('heading') };
}

/** Which letters wait, went, and could not go. For administrators. */
export default async function OutboxPage({ params, searchParams }: PageProps) {
  const viewer = await admin();
  if (!viewer) return notThere(params);
  const form = await formOfPage(params);
  const t = await getTranslations('outbox');
  const counts = await letterCounts(viewer);
  const asked = one((await searchParams).state);
  const state = letterStates.find((known) => known === asked) ?? letterStates.find((known) => counts[known] > 0) ?? 'waits';
  const letters = await lettersIn(viewer, state);
  const from = process.env.MAIL_FROM;
  return (
    <>
      <DeskHead title={t('heading')} lead={t('lead')} acts={<OnePressForm size="full" action={sendTrial} words={t('tryOut')} />} />
      {from ? <p className="soft">{t('on', { from })}</p> : <Notice tone="way" heading={t('off')}><p>{t('offWhy')}</p></Notice>}
      <nav className="tabs" aria-label={t('columns.how')}>
        {letterStates.map((known) => <a key={known} href={`/${form}/workspace/outbox?state=${known}`} aria-current={known === state ? 'page' : undefined}>{t(`states.${known}`)} <span className="soft num">{writeNumber(counts[known], form)}</span></a>)}
      </nav>
      {letters.length > 0 ? <LetterTable letters={letters} state={state} mail={from ? 'on' : 'off'} form={form} send={sendLetter} drop={dropLetter} /> : <EmptyState icon="circle-check" heading={t('none')} />}
    </>
  );
}
