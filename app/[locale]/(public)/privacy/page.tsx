import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { placeOf } from '#app/linked-place.ts';
import { officeContact } from '#app/office-contact.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { places } from '#components/about/places.tsx';
import { ProsePage } from '#components/about/prose-page.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { prosePage } from '#components/linked-data/page.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('privacy');
  return publicFace(form, '/privacy', { title: t('heading'), description: t('description') });
}

const rights = ['access', 'correction', 'erasure', 'restriction', 'objection'] as const;

export default async function PrivacyPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('privacy');
  const { dataProtection: email } = officeContact();
  const said = <Part extends string>(part: Part, ...keys: readonly string[]) => keys.map((key) => <p key={key}>{t(`${part}.${key}` as Parameters<typeof t>[0])}</p>);
  const drawn = {
    keeper: <><p>{t('keeper.text')}</p><p>{email ? t.rich('keeper.officer', { email: () => <a href={`mailto:${email}`}>{email}</a> }) : t('keeper.noOfficer')}</p></>,
    reading: said('reading', 'text', 'log', 'cache', 'before'),
    records: said('records', 'text', 'contacts', 'redacted'),
    staff: said('staff', 'text', 'session', 'ledger', 'term'),
    rights: <><p>{t('rights.text')}</p><ul className="list">{rights.map((one) => <li key={one}>{t(`rights.${one}`)}</li>)}</ul><p>{t.rich('rights.how', places)}</p></>,
  };
  const parts = (['keeper', 'reading', 'records', 'staff', 'rights'] as const).map((id) => ({ id, heading: t(`${id}.heading`), body: drawn[id] }));
  const place = placeOf(form, '/privacy', { title: t('heading'), description: t('description') });
  return <><LinkedData things={[prosePage(place)]} /><ProsePage form={form} here={t('heading')} title={t('heading')} lead={t('lead')} parts={parts} /></>;
}
