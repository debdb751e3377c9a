import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { SettleForm } from '#components/obligation/duty-form.tsx';
import { settleAgreementDuty, settleMembershipDuty } from '../../actions.ts';
import { dutyPage } from '../../duty-page.ts';

type Props = PageProps<{ register: string; id: string; duty: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('duties'))('settle.heading') };
}

export default async function SettleDutyPage({ params }: Props) {
  const page = await dutyPage(params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path, holder, duty } = page;
  const t = await getTranslations('duties.settle');
  return (
    <>
      <DeskHead title={t('heading')} lead={<><LocalTextView text={duty.text} form={form} say="elsewhere" /> · <a href={path}>{title}</a></>} />
      {await notAllowed(viewer, 'settleDuty', record) ?? (
        <SettleForm
          action={holder.noun === 'agreement' ? settleAgreementDuty : settleMembershipDuty} submit={t('submit')} back={`${path}/duties`} words={t(duty.recurrence ? 'whatRecurring' : 'what')}
          hidden={{ id: record.id, version: record.version, request: randomUUID(), dutyId: duty.id }}
        />
      )}
    </>
  );
}
