import { useTranslations } from 'next-intl';
import { useFieldLabel } from '#components/record/field-label.ts';
import { LocalTextView } from '#components/local-text.tsx';
import { uncapital } from '#messages/capital.ts';
import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { PublicFact, PublicHistory } from '#office/audit/public-history.ts';

type Props = {
  history: PublicHistory; form: WrittenForm;
  /** The page tells of two records: which one a line is about is said then. */
  about?: 'one record' | 'several records';
};

/** What became of the public record, newest first: published, corrected in what, checked, withdrawn; days, and nobody's name. */
export function PublicRecordHistory({ history: { facts, earlier }, form, about = 'one record' }: Props) {
  const t = useTranslations('record.public');
  if (facts.length === 0) return null;
  return (
    <section className="sec" id="history">
      <h2>{t('history')}</h2>
      <dl className="sheet">
        {facts.map((fact, place) => (
          <div key={place}>
            <dt>{writeDay(fact.day, form, 'table')}</dt>
            <dd><Told fact={fact} about={about} />{fact.notes.map((note, at) => <LocalTextView key={at} as="p" text={note} form={form} />)}</dd>
          </div>
        ))}
      </dl>
      {earlier > 0 ? <p className="small soft">{t('earlier', { count: earlier })}</p> : null}
    </section>
  );
}

function Told({ fact: { noun, act, fields }, about }: { fact: PublicFact; about: Props['about'] }) {
  const t = useTranslations('record.public');
  const nouns = useTranslations('vocabulary.noun');
  const label = useFieldLabel(noun);
  const names = [...new Set(fields.map((field) => label(noun, field)))].map(uncapital);
  // Two records make one page only of a network, which is an organisation, and of the City's membership in it.
  const whose = about === 'several records' ? ` (${nouns(noun === 'organisation' ? 'network' : noun)})` : '';
  return <>{t(`acts.${act}`)}{whose}{names.length > 0 ? `: ${names.join(', ')}` : ''}</>;
}
