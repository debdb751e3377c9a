import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { alternates, formOfPage, one, pageNumber, several, type PageProps } from '#app/shown.ts';
import { AgreementRegister } from '#components/agreement/register.tsx';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { PageHead } from '#components/page-head.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { agreementTypes, standings } from '#office/agreement/agreement.ts';
import { listAgreements } from '#office/agreement/list.ts';
import { visitor } from '#office/viewer.ts';

type Register = 'agreements' | 'memoranda';

/** The head of the register of agreements, or of the one of memoranda. */
export async function registerMetadata({ params }: PageProps, of: Register): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations(of === 'memoranda' ? 'agreements.memoranda' : 'agreements');
  return { title: t('heading'), description: t('lead'), alternates: alternates(form, `/${of}`) };
}

/** The register, or the same list of memoranda alone; values that no vocabulary has are passed over. */
export async function registerPage({ params, searchParams }: PageProps, of: Register) {
  const form = await formOfPage(params);
  const t = await getTranslations(of === 'memoranda' ? 'agreements.memoranda' : 'agreements');
  const nav = await getTranslations('nav');
  const query = await searchParams;
  const asked = {
    q: one(query.q), sort: one(query.sort), party: several(query.party),
    type: agreementTypes.filter((type) => of === 'agreements' && several(query.type).includes(type)),
    standing: standings.filter((state) => several(query.standing).includes(state)),
  };
  const list = await listAgreements(visitor, {
    q: asked.q, types: asked.type, standings: asked.standing, parties: asked.party, sort: asked.sort, form, page: pageNumber(query.page),
    ...(of === 'memoranda' ? { only: 'memorandum_of_understanding' as const } : {}),
  }, belgradeToday(new Date()));
  return (
    <>
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={nav(of)} />} title={t('heading')} lead={t('lead')} />
      <div className="wrap body"><AgreementRegister list={list} asked={asked} form={form} action={`/${form}/${of}`} of={of} /></div>
    </>
  );
}
