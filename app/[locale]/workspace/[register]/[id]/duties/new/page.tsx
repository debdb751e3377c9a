import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, type RecordPageProps } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { one } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { DutyForm } from '#components/obligation/duty-form.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { membershipById } from '#office/membership/read.ts';
import { yearlyFee } from '#office/obligation/fields.ts';
import { enterAgreementDuty, enterMembershipDuty } from '../actions.ts';
import { dutiesPage, dutyChoices } from '../duty-page.ts';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return titled((await getTranslations('duties'))('new'), (await params).register, params);
}

export default async function NewDutyPage({ params, searchParams }: RecordPageProps) {
  const page = await dutiesPage(params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path, holder } = page;
  const t = await getTranslations('duties');
  const values = one((await searchParams).fee) === 'yearly' && holder.noun === 'membership' ? yearlyFee((await membershipById(viewer, holder.id))?.network?.name ?? null, belgradeToday(new Date())) : { repeats: ['once'] };
  const way = await wayTo(page, { verb: 'enterDuty', version: record.version, values, submit: t('save') }, searchParams);
  return (
    <>
      <DeskHead title={t('new')} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (
        <DutyForm
          action={holder.noun === 'agreement' ? enterAgreementDuty : enterMembershipDuty} submit={way.face.submit} back={`${path}/duties`} values={way.face.values}
          hidden={way.face.hidden} {...await dutyChoices(viewer, form)}
        />
      )}
    </>
  );
}
