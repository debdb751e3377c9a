import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { PartyForm } from '#components/agreement/party-form.tsx';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { writeDate } from '#messages/dates.ts';
import { forceByHands, isSettled } from '#office/agreement/kept-force.ts';
import { addAgreementParty } from '../../actions.ts';
import { entryChoices } from '../../choices.ts';
import { agreementPage, factsOf } from '../agreement-page.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('agreements.party'))('heading'), 'agreements', params);
}

export default async function AddPartyPage({ params, searchParams }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { form, viewer, title, path, agreement } = page;
  const t = await getTranslations('agreements.party');
  const way = await wayTo(page, { verb: 'addParty', version: agreement.version, submit: t('submit') }, searchParams);
  const { organisations } = await entryChoices(viewer, form);
  const since = isSettled(agreement) ? forceByHands(factsOf(agreement)) : null;
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (
        <>
          {since ? <Notice tone="wait" heading={t('keeps', { day: writeDate(since.edtf, form, 'sentence') })}><p>{t('keepsWhy')}</p></Notice> : null}
          <PartyForm action={addAgreementParty} {...way.face} back={path} organisations={organisations} />
        </>
      )}
    </>
  );
}
