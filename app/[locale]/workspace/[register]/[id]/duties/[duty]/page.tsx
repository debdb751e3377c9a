import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { DutyForm } from '#components/obligation/duty-form.tsx';
import { dutyFields } from '#office/obligation/fields.ts';
import { enterAgreementDuty, enterMembershipDuty } from '../actions.ts';
import { dutyChoices, dutyPage } from '../duty-page.ts';

type Props = PageProps<{ register: string; id: string; duty: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('duties'))('edit'), (await params).register, params);
}

export default async function EditDutyPage({ params, searchParams }: Props) {
  const page = await dutyPage(params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path, holder, duty } = page;
  const t = await getTranslations('duties');
  const values = dutyFields(duty);
  const way = await wayTo(page, { verb: 'enterDuty', version: record.version, values, submit: t('save') }, searchParams);
  return (
    <>
      <DeskHead title={t('edit')} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (
        <DutyForm
          action={holder.noun === 'agreement' ? enterAgreementDuty : enterMembershipDuty} submit={way.face.submit} back={`${path}/duties`} values={way.face.values} kept={values.rule?.[0]}
          hidden={{ ...way.face.hidden, dutyId: duty.id }} {...await dutyChoices(viewer, form, duty)}
        />
      )}
    </>
  );
}
