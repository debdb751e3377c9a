import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { DueMark } from '#components/due-mark.tsx';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { deskAddress } from '#components/desk-address.ts';
import { LocalTextView } from '#components/local-text.tsx';
import { MilestoneList } from '#components/milestone-list.tsx';
import { ReferenceLink, type ReadBy } from '#components/reference-link.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { dateOf, milestoneState, timing } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';

type TimelineProps = {
  milestones: readonly MilestoneLine[];
  form: WrittenForm;
  /** ISO day; what is late and what is soon follow from it. */
  today: string;
  level?: 2 | 3;
  /** The record on whose page they stand, which they need not name again. */
  of?: string;
  readBy?: ReadBy;
};

/** Milestones in the order of the list, each with its date as far as it is known and the records it belongs to. */
export function MilestoneTimeline({ milestones, form, today, level = 3, of, readBy = 'public' }: TimelineProps) {
  return (
    <MilestoneList level={level} milestones={milestones.map((one) => {
      const date = dateOf(one);
      return {
        id: one.id, state: milestoneState(one), title: <LocalTextView text={one.title} form={form} />, ...(readBy === 'staff' ? { href: deskAddress(form, 'milestone', one.id) } : {}),
        when: date ? <FuzzyDateView edtf={date.edtf} form={form} /> : null,
        note: <MilestoneNote milestone={one} form={form} today={today} of={of} readBy={readBy} />,
      };
    })} />
  );
}

type NoteProps = { milestone: MilestoneLine; form: WrittenForm; today: string; of?: string | undefined; before?: number; stateSaid?: 'here' | 'elsewhere'; readBy?: ReadBy };

/** Under the title: how it stands to today, what changed, and where it belongs; `before` is how much stands there already. A table has a column for the state. */
export function MilestoneNote({ milestone, form, today, of, before = 0, stateSaid = 'here', readBy = 'public' }: NoteProps) {
  const t = useTranslations('milestones');
  const states = useTranslations('states.milestone');
  const state = milestoneState(milestone);
  const due = timing({ planned: milestone.planned, state }, today);
  const moved = milestone.acts.findLast(({ kind }) => kind === 'postponed');
  const said = milestone.acts.at(-1)?.note;
  const parts: ReactNode[] = [
    ...(state === 'done' || stateSaid === 'elsewhere' ? [] : [states(state)]),
    ...(due ? [<DueMark key="due" kind={due.kind} days={due.days} what="milestone" />] : []),
    ...(moved && state !== 'done' ? [<span key="moved">{t('plannedBefore')} <FuzzyDateView edtf={moved.plannedBefore?.edtf} form={form} look="sentence" /></span>] : []),
    ...(said ? [<LocalTextView key="said" text={said} form={form} />] : []),
    ...milestone.belongsTo.filter(({ id }) => id !== of).map((to) => <ReferenceLink key={to.id} to={to} form={form} words={to.noun === 'agreement' ? 'code' : 'name'} readBy={readBy} />),
  ];
  return parts.length === 0 ? null : parts.map((part, place) => <span key={place}>{place + before > 0 ? ' · ' : null}{part}</span>);
}
