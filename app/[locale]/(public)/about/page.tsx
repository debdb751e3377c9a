import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { placeOf } from '#app/linked-place.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { Holdings } from '#components/about/holdings.tsx';
import { PublicationMeanings, StandingMeanings, UnknownMeanings, VerificationMeanings } from '#components/about/meanings.tsx';
import { ProsePage } from '#components/about/prose-page.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { prosePage } from '#components/linked-data/page.ts';
import { countRecords } from '#office/register/read.ts';
import { visitor } from '#office/viewer.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('about');
  return publicFace(form, '/about', { title: t('heading'), description: t('description') });
}

const parts = ['holds', 'keeper', 'standing', 'publication', 'verification', 'unknown', 'money', 'forms', 'mistake'] as const;

export default async function AboutPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('about');
  const nav = await getTranslations('nav');
  const drawn = {
    holds: <><p>{t('holds.text')}</p><Holdings counts={await countRecords(visitor)} form={form} /></>,
    keeper: <><p>{t('keeper.first')}</p><p>{t('keeper.second')}</p></>,
    standing: <><p>{t('standing.text')}</p><StandingMeanings /></>,
    publication: <><p>{t('publication.text')}</p><PublicationMeanings /></>,
    verification: <><p>{t('verification.text')}</p><VerificationMeanings /></>,
    unknown: <><p>{t('unknown.text')}</p><UnknownMeanings /><p>{t('unknown.precision')}</p></>,
    money: <p>{t('money.text')}</p>,
    forms: <p>{t('forms.text')}</p>,
    mistake: <><p>{t('mistake.text')}</p><ul className="list">{(['code', 'what', 'proof'] as const).map((one) => <li key={one}>{t.rich(`mistake.${one}`, { code: (words) => <span className="code">{words}</span> })}</li>)}</ul><p>{t('mistake.then')}</p><p>{t.rich('mistake.where', { contact: (words) => <a href={`/${form}/contact`}>{words}</a> })}</p></>,
  };
  const place = placeOf(form, '/about', { title: t('heading'), description: t('description') });
  return <><LinkedData things={[prosePage(place)]} /><ProsePage form={form} here={nav('about')} title={t('heading')} lead={t('lead')} parts={parts.map((id) => ({ id, heading: t(`${id}.heading`), body: drawn[id] }))} /></>;
}
