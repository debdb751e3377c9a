import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { placeOf } from '#app/linked-place.ts';
import { officeContact } from '#app/office-contact.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { statementDay } from '#app/statement-day.ts';
import { ContactSheet } from '#components/about/contact-sheet.tsx';
import { places } from '#components/about/places.tsx';
import { ProsePage } from '#components/about/prose-page.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { prosePage } from '#components/linked-data/page.ts';
import { writeDay } from '#messages/dates.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('accessibility');
  return publicFace(form, '/accessibility', { title: t('heading'), description: t('description') });
}

const tested = ['axe', 'html', 'keyboard', 'scripts', 'narrow', 'language'] as const;
const untested = ['english', 'map', 'readers', 'devices', 'words'] as const;

/** The statement after the model of Commission Implementing Decision (EU) 2018/1523: status, limits, how it was made, whom to tell, how to complain. */
export default async function AccessibilityPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('accessibility');
  const nav = await getTranslations('nav');
  const drawn = {
    goal: <p>{t.rich('goal.text', { strong: (words) => <strong>{words}</strong> })}</p>,
    tested: <><p>{t('tested.text')}</p><ul className="list">{tested.map((one) => <li key={one}>{t(`tested.${one}`)}</li>)}</ul></>,
    untested: <ul className="list">{untested.map((one) => <li key={one}>{t(`untested.${one}`)}</li>)}</ul>,
    built: <p>{t('built.text')}</p>,
    date: <><p>{t('date.text', { day: writeDay(statementDay, form, 'sentence') })}</p><p>{t('date.how')} {t('date.version')}</p></>,
    report: <><p>{t('report.text')}</p><ContactSheet contact={officeContact()} form={form} /></>,
    complaint: <p>{t.rich('complaint.text', places)}</p>,
  };
  const parts = (['goal', 'tested', 'untested', 'built', 'date', 'report', 'complaint'] as const).map((id) => ({ id, heading: t(`${id}.heading`), body: drawn[id] }));
  const place = placeOf(form, '/accessibility', { title: t('heading'), description: t('description') });
  return <><LinkedData things={[prosePage(place)]} /><ProsePage form={form} here={nav('accessibility')} title={t('heading')} lead={t('lead', { origin: process.env.PUBLIC_URL ?? '' })} parts={parts} /></>;
}
