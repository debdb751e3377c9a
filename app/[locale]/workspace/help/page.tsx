import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { Glossary } from '#components/help/glossary.tsx';
import { StatesHelp } from '#components/help/states.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('help'))('heading') };
}

const ways = ['unknown', 'acts', 'publish', 'correct', 'languages', 'kept'] as const;
const keys = [['Ctrl K', 'palette'], ['Tab', 'tab'], ['Enter', 'enter'], ['Esc', 'escape'], ['↑ ↓', 'arrows']] as const;

/** Help in one page: how it is worked here, what the states mean, who may do what, the keys, the words. */
export default async function HelpPage({ params }: PageProps) {
  const form = await formOfPage(params);
  await staff();
  const t = await getTranslations('help');
  const sections = ['ways', 'states', 'rights', 'keyboard', 'glossary'] as const;
  return (
    <>
      <DeskHead title={t('heading')} lead={t('lead')} />
      <nav className="tabs" aria-label={t('contents')}>{sections.map((name) => <a key={name} href={`#${name}`}>{t(`sections.${name}`)}</a>)}</nav>
      <section className="sec" id="ways">
        <h2>{t('sections.ways')}</h2>
        <dl className="help-states">{ways.map((name) => <div key={name}><dt><b>{t(`ways.${name}.title`)}</b></dt><dd>{t(`ways.${name}.text`)}</dd></div>)}</dl>
        <p><a href={`/${form}/workspace/palette`}>{t('toPalette')}</a></p>
      </section>
      <section className="sec" id="states"><h2>{t('sections.states')}</h2><StatesHelp /></section>
      <section className="sec" id="rights"><h2>{t('sections.rights')}</h2><p className="prose">{t('rightsLead')}</p><p><a href={`/${form}/workspace/rights`}>{t('toRights')}</a></p></section>
      <section className="sec" id="keyboard">
        <h2>{t('sections.keyboard')}</h2>
        <p className="prose">{t('keyboardLead')}</p>
        <dl className="help-states">{keys.map(([key, name]) => <div key={name}><dt><kbd>{key}</kbd></dt><dd>{t(`keys.${name}`)}</dd></div>)}</dl>
      </section>
      <section className="sec" id="glossary"><h2>{t('sections.glossary')}</h2><p className="prose">{t('glossaryLead')}</p><Glossary /></section>
    </>
  );
}
