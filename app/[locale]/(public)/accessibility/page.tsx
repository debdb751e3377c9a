import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { PageHead } from '#components/page-head.tsx';
import { Passage } from '#components/passage.tsx';
import { writeDay } from '#messages/dates.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('accessibility');
  return publicFace(form, '/accessibility', { title: t('heading'), description: t('description') });
}

/** The day on which somebody last compared the statement with what tests/app/home.spec.ts and crawl.spec.ts try. */
const written = '2026-11-22';
const tested = ['axe', 'keyboard', 'scripts', 'narrow', 'language'] as const;
const untested = ['readers', 'devices', 'words'] as const;

export default async function AccessibilityPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('accessibility');
  const nav = await getTranslations('nav');
  return (
    <>
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={nav('accessibility')} />} title={t('heading')} lead={t('lead')} />
      <div className="wrap body">
        <Passage id="goal" heading={t('goal.heading')}><p>{t('goal.text')}</p></Passage>
        <Passage id="tested" heading={t('tested.heading')}>
          <p>{t('tested.text')}</p>
          <ul className="list">{tested.map((one) => <li key={one}>{t(`tested.${one}`)}</li>)}</ul>
        </Passage>
        <Passage id="untested" heading={t('untested.heading')}><ul className="list">{untested.map((one) => <li key={one}>{t(`untested.${one}`)}</li>)}</ul></Passage>
        <Passage id="built" heading={t('built.heading')}><p>{t('built.text')}</p></Passage>
        <Passage id="report" heading={t('report.heading')}><p>{t('report.text')}</p></Passage>
        <Passage id="date" heading={t('date.heading')}><p>{t('date.text', { day: writeDay(written, form, 'sentence') })}</p><p>{t('date.version')}</p></Passage>
      </div>
    </>
  );
}
