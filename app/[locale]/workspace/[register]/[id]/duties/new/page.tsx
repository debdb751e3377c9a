import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, type RecordPageProps } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { one } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { DutyForm } from '#components/obligation/duty-form.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { local, textIn } from '#messages/local-text.ts';
import { textFields } from '#office/entry/fields.ts';
import { membershipById } from '#office/membership/read.ts';
import type { FormValues } from '#office/outcome.ts';
import { enterAgreementDuty, enterMembershipDuty } from '../actions.ts';
import { dutiesPage, dutyChoices, type DutiesPage } from '../duty-page.ts';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return titled((await getTranslations('duties'))('new'), (await params).register, params);
}

export default async function NewDutyPage({ params, searchParams }: RecordPageProps) {
  const page = await dutiesPage(params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path, holder } = page;
  const t = await getTranslations('duties');
  const values = one((await searchParams).fee) === 'yearly' && holder.noun === 'membership' ? await yearlyFee(page) : { repeats: ['once'] };
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

/** The form filled in for a yearly fee, so that one press is enough; the end of March is only a proposal, and is said to be one. */
async function yearlyFee({ viewer, holder }: DutiesPage): Promise<FormValues> {
  const network = (await membershipById(viewer, holder.id))?.network?.name ?? null;
  const [sr, en] = [textIn(network, 'sr-Cyrl'), textIn(network, 'en')];
  const today = belgradeToday(new Date());
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '03-31' ? 1 : 0);
  return {
    ...textFields('text', local({ sr: `Годишња чланарина: ${sr}`, en: `Yearly membership fee: ${en}` })),
    'due.day': ['31'], 'due.month': ['3'], 'due.year': [String(year)], repeats: ['years'], every: ['1'], kind: ['fee_due'],
  };
}
