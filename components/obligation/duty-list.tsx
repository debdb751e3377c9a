import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/button.tsx';
import { DueMark } from '#components/due-mark.tsx';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { writeDate, writeDay } from '#messages/dates.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { milestoneState, timing } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import { obligationStandsOn } from '#office/obligation/obligation.ts';
import type { EarlierTimes } from '#office/obligation/earlier.ts';
import type { Duty } from '#office/obligation/read.ts';
import { useRecurrenceWords } from './recurrence-words.ts';

type Props = {
  duties: readonly Duty[]; /** Their open milestones, the nearest first. */ coming: readonly MilestoneLine[]; /** Of each duty the times that had passed before its milestones were laid down. */ earlier: ReadonlyMap<string, EarlierTimes>;
  form: WrittenForm; today: string; path: string; milestones: string; may: { enter: boolean; settle: boolean }; /** Where a milestone of this record is entered, for whoever may. */ newMilestone: string | null;
};

const most = 4;

/** Each duty with its state, how often it comes, its next times as milestones, and one press to what settles it. */
export function DutyList({ duties, coming, earlier, form, today, path, milestones, may, newMilestone }: Props) {
  const t = useTranslations('duties');
  const states = useTranslations('states.obligation');
  const often = useRecurrenceWords(form);
  return (
    <ul className="plan-lines">
      {duties.map((duty) => {
        const next = coming.filter(({ obligationId }) => obligationId === duty.id);
        const name = textIn(duty.text, form);
        const passed = earlier.get(duty.id);
        return (
          <li key={duty.id}>
            <div className="plan-when">{states(obligationStandsOn(duty, today))}</div>
            <div className="plan-what">
              <b><LocalTextView text={duty.text} form={form} say="elsewhere" /></b>
              <small>
                {duty.recurrence ? `${often(duty.recurrence)}${duty.due ? ` · ${t('first', { date: writeDate(duty.due.edtf, form, 'table') })}` : ''}` : duty.due ? t('due', { date: writeDate(duty.due.edtf, form, 'table') }) : t('noDue')}
                {duty.settledOn ? ` · ${t('settledOn', { day: writeDay(duty.settledOn, form, 'table') })}` : ''}
                {duty.evidence ? <> · <LocalTextView text={duty.evidence} form={form} say="elsewhere" /></> : null}
              </small>
              {next.length > 0 ? (
                <ul className="duty-times" aria-label={t('nextOf', { name })}>
                  {next.slice(0, most).map((line) => {
                    const due = timing({ planned: line.planned, state: milestoneState(line) }, today);
                    return <li key={line.id}><a href={`${milestones}/${line.id}`}><FuzzyDateView edtf={line.planned?.edtf} form={form} look="table" /></a>{due ? <> <DueMark kind={due.kind} days={due.days} what="milestone" /></> : null}</li>;
                  })}
                  {next.length > most ? <li className="soft">{t('more', { count: next.length - most })}</li> : null}
                </ul>
              ) : null}
              {passed ? (
                <small>
                  {t('earlier', { count: passed.count, last: writeDate(passed.last, form, 'sentence') })}
                  {passed.from ? ` ${t('laidFrom', { day: writeDate(passed.from, form, 'sentence') })}` : ''}
                  {newMilestone ? <> <a href={newMilestone}>{t('enterEarlier')}<span className="hide"> {name}</span></a></> : null}
                </small>
              ) : null}
            </div>
            <div className="plan-acts">
              {may.settle && duty.state === 'open' ? <ButtonLink kind="line" size="small" href={`${path}/${duty.id}/settle`}>{t('settle.act')}<span className="hide"> {name}</span></ButtonLink> : null}
              {may.enter ? <ButtonLink kind="line" size="small" href={`${path}/${duty.id}`}>{t('change')}<span className="hide"> {name}</span></ButtonLink> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
