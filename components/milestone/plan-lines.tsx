import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/button.tsx';
import { DueMark } from '#components/due-mark.tsx';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { milestoneState, timing } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import { DeskReference, type HrefOf } from './desk-reference.tsx';

type Props = {
  lines: readonly MilestoneLine[]; form: WrittenForm; today: string;
  /** Address of the milestones in the workspace. */
  path: string; hrefOf: HrefOf; owners: ReadonlyMap<string, string>;
  /** Of each line what the viewer may do with it now. */
  may: (line: MilestoneLine, verb: 'complete' | 'postpone' | 'takeOver') => boolean;
  takeOver: (line: MilestoneLine) => ReactNode;
};

/** Milestones that wait, each with its date in the margin, and one press from the act that settles it. */
export function PlanLines({ lines, form, today, path, hrefOf, owners, may, takeOver }: Props) {
  const t = useTranslations('milestones');
  const states = useTranslations('states.milestone');
  return (
    <ul className="plan-lines">
      {lines.map((line) => {
        const state = milestoneState(line);
        const due = timing({ planned: line.planned, state }, today);
        const name = textIn(line.title, form);
        const act = (verb: 'complete' | 'postpone') => (may(line, verb) ? <ButtonLink kind="line" size="small" href={`${path}/${line.id}/${verb}`}>{t(`plan.acts.${verb}`)}<span className="hide"> {name}</span></ButtonLink> : null);
        return (
          <li key={line.id}>
            <div className="plan-when"><FuzzyDateView edtf={line.planned?.edtf} form={form} look="table" />{due ? <DueMark kind={due.kind} days={due.days} what="milestone" /> : null}</div>
            <div className="plan-what">
              <a href={`${path}/${line.id}`}><LocalTextView text={line.title} form={form} say="elsewhere" /></a>
              <small>
                <span className="code">{line.code}</span>
                {state === 'planned' ? null : ` · ${states(state)}`}
                {line.belongsTo.map((to) => <span key={to.id}> · <DeskReference to={to} form={form} hrefOf={hrefOf} /></span>)}
                {' · '}{line.ownerId ? t('plan.ownedBy', { name: owners.get(line.ownerId) ?? t('plan.formerOwner') }) : <i className="unknown">{t('plan.unowned')}</i>}
              </small>
            </div>
            <div className="plan-acts">{act('complete')}{act('postpone')}{may(line, 'takeOver') ? takeOver(line) : null}</div>
          </li>
        );
      })}
    </ul>
  );
}
