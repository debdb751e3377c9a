import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import type { ProgrammeRecord } from '#office/programme/read.ts';

/** What the programme is for: purpose, objectives, priority axes, whom it is open to. */
export function ProgrammeText({ programme, form }: { programme: ProgrammeRecord; form: WrittenForm }) {
  const t = useTranslations('programmes.sections');
  const { purpose, objectives, priorityAxes, eligible } = programme;
  return (
    <>
      {purpose ? <section className="sec"><h2>{t('purpose')}</h2><LocalTextView as="p" className="prose" text={purpose} form={form} say="elsewhere" /></section> : null}
      <Points heading={t('objectives')} texts={objectives} form={form} />
      <Points heading={t('axes')} texts={priorityAxes} form={form} />
      {eligible ? <section className="sec"><h2>{t('eligible')}</h2><LocalTextView as="p" className="prose" text={eligible} form={form} say="elsewhere" /></section> : null}
    </>
  );
}

function Points({ heading, texts, form }: { heading: string; texts: readonly LocalText[]; form: WrittenForm }) {
  if (texts.length === 0) return null;
  return (
    <section className="sec">
      <h2>{heading}</h2>
      <ul className="list">{texts.map((text, place) => <LocalTextView key={place} as="li" text={text} form={form} say="elsewhere" />)}</ul>
    </section>
  );
}
