import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import type { ProjectRecord } from '#office/project/read.ts';

/** What the project is about and made of, what was expected of it, and where. */
export function ProjectLists({ project, form }: { project: ProjectRecord; form: WrittenForm }) {
  const t = useTranslations('projects');
  return (
    <>
      <TextList heading={t('themes')} texts={project.themes} form={form} />
      <TextList heading={t('components', { count: project.components.length })} texts={project.components} form={form} order="counted" />
      <TextList heading={t('results')} texts={project.results} form={form} note={t('resultsReached')} />
      <TextList heading={t('places')} texts={project.places} form={form} />
    </>
  );
}

/** The dated facts from which the state follows, the last one on top. */
export function ProjectActs({ project, form, strikeAt }: { project: ProjectRecord; form: WrittenForm; /** Where an act entered in error is undone; only for whoever may. */ strikeAt?: (actId: string) => string }) {
  const t = useTranslations('projects');
  const kinds = useTranslations('vocabulary.projectAct');
  const strike = useTranslations('record.acts');
  if (project.acts.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t('acts')}</h2>
      <dl className="sheet">
        {project.acts.toReversed().map(({ id, kind, on, number, note }) => (
          <div key={id} id={`act-${id}`}>
            <dt><FuzzyDateView edtf={on?.edtf} form={form} look="table" /></dt>
            <dd>
              {[kinds(kind), number].filter(Boolean).join(', ')}
              {note ? <LocalTextView as="span" className="src" text={note} form={form} /> : null}
              {strikeAt ? <span className="src"><a href={strikeAt(id)}>{strike('strike')}<span className="hide"> {kinds(kind)}</span></a></span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function TextList({ heading, texts, form, order = 'free', note }: { heading: string; texts: readonly LocalText[]; form: WrittenForm; order?: 'counted' | 'free'; note?: string }) {
  const List = order === 'counted' ? 'ol' : 'ul';
  if (texts.length === 0) return null;
  return (
    <section className="sec">
      <h2>{heading}</h2>
      <List className="list">{texts.map((text, place) => <LocalTextView key={place} as="li" text={text} form={form} say="elsewhere" />)}</List>
      {note ? <p className="small soft">{note}</p> : null}
    </section>
  );
}
