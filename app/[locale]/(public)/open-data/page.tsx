import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { placeOf } from '#app/linked-place.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { DataKinds } from '#components/about/data-kinds.tsx';
import { places } from '#components/about/places.tsx';
import { ProsePage } from '#components/about/prose-page.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { prosePage } from '#components/linked-data/page.ts';
import { dataTerms } from '#office/setting/read.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('open-data');
  return publicFace(form, '/open-data', { title: t('heading'), description: t('description') });
}

export default async function OpenDataPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('open-data');
  const terms = await dataTerms();
  const drawn = {
    kinds: <><p>{t('kinds.text')}</p><DataKinds form={form} /><p>{t('kinds.none')}</p></>,
    rules: (['text', terms ? 'terms' : 'licence', 'software'] as const).map((key) => <p key={key}>{t.rich(`rules.${key}`, places)}</p>),
    reading: (['unknown', 'checked', 'identifier'] as const).map((key) => <p key={key}>{t.rich(`reading.${key}`, { code: (words) => <span className="code">{words}</span> })}</p>),
  };
  const parts = (['kinds', 'rules', 'reading'] as const).map((id) => ({ id, heading: t(`${id}.heading`), body: drawn[id] }));
  const place = placeOf(form, '/open-data', { title: t('heading'), description: t('description') });
  return <><LinkedData things={[prosePage(place, terms)]} /><ProsePage form={form} here={t('heading')} title={t('heading')} lead={t('lead')} parts={parts} /></>;
}
