import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { Holdings } from '#components/about/holdings.tsx';
import { PublicationMeanings, StandingMeanings, UnknownMeanings, VerificationMeanings } from '#components/about/meanings.tsx';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { PageHead } from '#components/page-head.tsx';
import { Passage } from '#components/passage.tsx';
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
    mistake: <><p>{t('mistake.text')}</p><ul className="list">{(['code', 'what', 'proof'] as const).map((one) => <li key={one}>{t.rich(`mistake.${one}`, { code: (words) => <span className="code">{words}</span> })}</li>)}</ul><p>{t('mistake.then')}</p></>,
  };
  return (
    <>
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={nav('about')} />} title={t('heading')} lead={t('lead')} />
      <div className="wrap body two">
        <div>{parts.map((part) => <Passage key={part} id={part} heading={t(`${part}.heading`)}>{drawn[part]}</Passage>)}</div>
        <nav className="on-page" aria-labelledby="h-contents">
          <h2 id="h-contents">{t('contents')}</h2>
          <ul>{parts.map((part) => <li key={part}><a href={`#${part}`}>{t(`${part}.heading`)}</a></li>)}</ul>
        </nav>
      </div>
    </>
  );
}
