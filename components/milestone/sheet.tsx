import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { RecordSheet } from '#components/record-sheet.tsx';
import { ReferenceLink } from '#components/reference-link.tsx';
import { SourceList } from '#components/source-list.tsx';
import { writeInstant } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { MilestoneRecord } from '#office/milestone/read.ts';

type Props = { milestone: MilestoneRecord; form: WrittenForm };

type Charge = { /** Who is in charge, and who stands in. */ owner: string | null; deputy: string | null; /** Where the duty stands that it is one time of. */ dutyHref: string | undefined };

/** The facts of a milestone, for staff. */
export function MilestoneSheet({ milestone, form, owner, deputy, dutyHref }: Props & Charge) {
  const t = useTranslations('fields.milestone');
  const any = useTranslations('fields.any');
  const kinds = useTranslations('vocabulary.milestoneKind');
  const decisions = useTranslations('vocabulary.milestoneDecides');
  const say = useTranslations('values');
  const changed = useTranslations('record.table')('changed');
  const { kind, planned, actual, progress, isPublic, belongsTo, sources, changedAt } = milestone;
  const date = (held: typeof planned) => (held ? <FuzzyDateView edtf={held.edtf} form={form} /> : null);
  return (
    <RecordSheet rows={[
      { term: t('kind'), value: kind ? kinds(kind) : null, unknown: 'feminine' },
      { term: t('planned'), value: date(planned), unknown: 'date' },
      { term: t('actual'), value: date(actual), unknown: 'date' },
      ...(milestone.decides ? [{ term: t('decides'), value: decisions(milestone.decides) }, { term: t('decidesAbout'), value: <FuzzyDateView edtf={milestone.decidesAbout} form={form} /> }] : []),
      { term: t('progress'), value: say('percent', { number: String(progress) }) },
      { term: t('ownerId'), value: milestone.ownerId ? owner : t('nobody'), unknown: 'masculine' },
      ...(milestone.deputyId ? [{ term: t('deputyId'), value: deputy, unknown: 'masculine' as const }] : []),
      ...(dutyHref ? [{ term: t('duty'), value: <a href={dutyHref}>{t('dutyLink')}</a> }] : []),
      { term: t('isPublic'), value: say(isPublic ? 'yes' : 'no') },
      { term: t('belongsTo'), value: belongsTo.length ? <ul>{belongsTo.map((to) => <li key={to.id}><ReferenceLink to={to} form={form} readBy="staff" /></li>)}</ul> : null },
      { term: any('sources'), value: sources.length ? <SourceList sources={sources} form={form} /> : null, unknown: 'masculine' },
      { term: changed, value: writeInstant(changedAt, form) },
    ]} />
  );
}

/** What happened to it, in the order in which the office entered it, the last on top. */
export function MilestoneActs({ milestone, form }: Props) {
  const t = useTranslations('fields.milestone');
  const kinds = useTranslations('vocabulary.milestoneAct');
  const words = useTranslations('milestones');
  if (milestone.acts.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t('acts')}</h2>
      <dl className="sheet">
        {milestone.acts.toReversed().map(({ id, kind, on, plannedBefore, note }) => (
          <div key={id}>
            <dt><FuzzyDateView edtf={on?.edtf} form={form} look="table" /></dt>
            <dd>
              {kinds(kind)}
              {kind === 'postponed' ? <span className="src">{words('plannedBefore')} <FuzzyDateView edtf={plannedBefore?.edtf} form={form} look="sentence" /></span> : null}
              {note ? <LocalTextView as="span" className="src" text={note} form={form} /> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
