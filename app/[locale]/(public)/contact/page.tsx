import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { placeOf } from '#app/linked-place.ts';
import { officeContact } from '#app/office-contact.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { ContactSheet } from '#components/about/contact-sheet.tsx';
import { places } from '#components/about/places.tsx';
import { ProsePage } from '#components/about/prose-page.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { prosePage } from '#components/linked-data/page.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('contact');
  return publicFace(form, '/contact', { title: t('heading'), description: t('description') });
}

export default async function ContactPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('contact');
  const contact = officeContact();
  const entered = contact.email && contact.phone && contact.address;
  const drawn = {
    office: <><ContactSheet contact={contact} form={form} />{entered ? null : <p className="small soft">{t('sheet.missing')}</p>}<p>{t.rich('office.portal', places)}</p></>,
    mistake: (
      <>
        <p>{t('mistake.text')}</p>
        <ul className="list">{(['code', 'what', 'proof'] as const).map((one) => <li key={one}>{t.rich(`mistake.${one}`, { code: (words) => <span className="code">{words}</span> })}</li>)}</ul>
        <p>{t('mistake.then')}</p>
      </>
    ),
    information: <p>{t.rich('information.text', places)}</p>,
  };
  const parts = (['office', 'mistake', 'information'] as const).map((id) => ({ id, heading: t(`${id}.heading`), body: drawn[id] }));
  const place = placeOf(form, '/contact', { title: t('heading'), description: t('description') });
  return <><LinkedData things={[prosePage(place)]} /><ProsePage form={form} here={t('heading')} title={t('heading')} lead={t('lead')} parts={parts} /></>;
}
