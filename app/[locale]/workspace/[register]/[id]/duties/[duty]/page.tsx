import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { DutyForm } from '#components/obligation/duty-form.tsx';
import { dutyFields } from '#office/obligation/fields.ts';
import { enterAgreementDuty, enterMembershipDuty } from '../actions.ts';
import { dutyChoices, dutyPage } from '../duty-page.ts';

type Props = PageProps<{ register: string; id: string; duty: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('duties'))('edit') };
}

export default async function EditDutyPage({ params }: Props) {
  const page = await dutyPage(params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path, holder, duty } = page;
  const t = await getTranslations('duties');
  const values = dutyFields(duty);
  return (
    <>
      <DeskHead title={t('edit')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'enterDuty', record) ?? (
        <DutyForm
          action={holder.noun === 'agreement' ? enterAgreementDuty : enterMembershipDuty} submit={t('save')} back={`${path}/duties`} values={values} kept={values.rule?.[0]}
          hidden={{ id: record.id, version: record.version, request: randomUUID(), dutyId: duty.id }} {...await dutyChoices(viewer, form, duty)}
        />
      )}
    </>
  );
}
