import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { feedAddresses, machineAddresses, publicAddresses } from '#app/addresses.ts';
import { placeOf } from '#app/linked-place.ts';
import { officeContact } from '#app/office-contact.ts';
import { assess, sumUp } from '#app/self-assessment.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { statementDay } from '#app/statement-day.ts';
import { Assessment } from '#components/about/assessment.tsx';
import { places } from '#components/about/places.tsx';
import { ProsePage } from '#components/about/prose-page.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { prosePage } from '#components/linked-data/page.ts';
import { belgradeToday, writeDay } from '#messages/dates.ts';
import { writtenForms } from '#messages/local-text.ts';
import { countTitles, countWithdrawn } from '#office/register/reach.ts';
import { countRecords } from '#office/register/read.ts';
import { inAll } from '#office/register/register.ts';
import { dataTerms } from '#office/setting/read.ts';
import { visitor } from '#office/viewer.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('self-assessment');
  return publicFace(form, '/self-assessment', { title: t('heading'), description: t('description') });
}

export default async function SelfAssessmentPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('self-assessment');
  const demands = await assessment();
  const drawn = {
    demands: <><p>{t('sum', sumUp(demands))}</p><Assessment demands={demands} form={form} statement={statementDay} /><p className="small soft">{t.rich('demands.text', places)}</p></>,
    limits: <><p>{t('limits.text')}</p><p>{t('limits.day', { day: writeDay(belgradeToday(new Date()), form, 'sentence') })}</p></>,
  };
  const parts = (['demands', 'limits'] as const).map((id) => ({ id, heading: t(`${id}.heading`), body: drawn[id] }));
  const place = placeOf(form, '/self-assessment', { title: t('heading'), description: t('description') });
  return <><LinkedData things={[prosePage(place)]} /><ProsePage form={form} here={t('heading')} title={t('heading')} lead={t('lead')} parts={parts} /></>;
}

async function assessment() {
  const [counts, titles, withdrawn] = await Promise.all([countRecords(visitor), countTitles(visitor), countWithdrawn()]);
  const { total, checked, changedAt } = inAll(counts);
  return assess({
    forms: writtenForms, records: { total, checked }, titles, withdrawn,
    last: changedAt ? belgradeToday(changedAt) : null,
    contact: officeContact(),
    pages: publicAddresses.map(({ path }) => path),
    machines: [...feedAddresses.map(({ path }) => path), ...machineAddresses],
    origin: process.env.PUBLIC_URL ?? '',
    terms: await dataTerms() !== null,
  });
}
