import { getTranslations } from 'next-intl/server';
import { askedAddress } from '#app/asked.ts';
import { formOfPage } from '#app/shown.ts';
import { holder } from '#app/viewer.ts';
import { Jump } from '#components/desk/jump.tsx';
import { Top } from '#components/frame/top.tsx';
import { LeaveForm } from '#components/person/leave-form.tsx';
import { leave } from '../actions.ts';

export type Props = { params: Promise<{ locale: string }> };

/** The bar over every page of the workspace; a slot of its own, since its languages lead to the page that is drawn. */
export async function drawTop(params: Props['params']) {
  const form = await formOfPage(params);
  const { staff: viewer, mustSetUp } = await holder();
  const role = await getTranslations('vocabulary.role');
  const t = await getTranslations('frame.workspace');
  const roles = [...new Set(viewer.grants.map((grant) => grant.role))];
  return (
    <Top
      form={form} address={(await askedAddress()) || `/${form}/workspace`} who={t('who', { name: viewer.name, role: roles.map((one) => role(one)).join(', ') })}
      leave={<LeaveForm action={leave} words={t('signOut')} />} jump={mustSetUp ? null : <Jump path={`/${form}/workspace`} person={viewer.id} />}
    />
  );
}
