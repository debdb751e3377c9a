import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { SettleForm } from '#components/obligation/duty-form.tsx';
import { settleAgreementDuty, settleMembershipDuty } from '../../actions.ts';
import { dutyPage } from '../../duty-page.ts';

type Props = PageProps<{ register: string; id: string; duty: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('duties'))('settle.heading'), (await params).register, params);
}

export default async function SettleDutyPage({ params, searchParams }: Props) {
  const page = await dutyPage(params);
  if (!page) return notThere(params);
  const { form, record, title, path, holder, duty } = page;
  const t = await getTranslations('duties.settle');
  const way = await wayTo(page, { verb: 'settleDuty', version: record.version, submit: t('submit') }, searchParams);
  return (
    <>
      <DeskHead title={t('heading')} lead={<><LocalTextView text={duty.text} form={form} say="elsewhere" /> · <a href={path}>{title}</a></>} />
      {way.told}
      {way.refusal ?? (
        <SettleForm
          action={holder.noun === 'agreement' ? settleAgreementDuty : settleMembershipDuty} submit={way.face.submit} values={way.face.values} back={`${path}/duties`} words={t(duty.recurrence ? 'whatRecurring' : 'what')}
          hidden={{ ...way.face.hidden, dutyId: duty.id }}
        />
      )}
    </>
  );
}
