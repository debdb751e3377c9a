import { useTranslations } from 'next-intl';
import { DueMark } from '#components/due-mark.tsx';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { MilestoneMark } from '#components/milestone-list.tsx';
import { capital } from '#messages/capital.ts';
import { writeDate } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { isOpen, milestoneState, timing } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import type { Tie } from '#office/milestone/ties.ts';
import { byMonth, dayless } from './gantt.ts';
import { DeskReference, type HrefOf } from './desk-reference.tsx';

type Props = {
  lines: readonly MilestoneLine[]; ties: readonly Tie[]; form: WrittenForm; today: string; path: string; hrefOf: HrefOf;
  /** The record on whose page they stand. */
  of?: string | undefined; owners: ReadonlyMap<string, string>;
};

/** The rows of the drawing in words, under the months in which they fall. */
export function MonthTable({ lines, ties, form, today, path, hrefOf, of, owners }: Props) {
  const t = useTranslations('milestones.plan');
  const numbers = new Map(lines.map(({ id }, place) => [id, place + 1]));
  return (
    <table className="table fold months">
      <caption className="hide">{t('caption')}</caption>
      <thead><tr><th scope="col">{t('milestone')}</th><th scope="col">{t('planned')}</th><th scope="col">{t('actual')}</th><th scope="col">{t('state')}</th><th scope="col">{t('owner')}</th></tr></thead>
      {byMonth(lines).map(({ month, rows }) => (
        <tbody key={month}>
          <tr className="months-head"><th scope="rowgroup" colSpan={5}>{month === dayless.reached ? t('dayUnknown') : month === dayless.undated ? t('undated') : capital(writeDate(month, form))}</th></tr>
          {rows.map(({ number, line }) => {
            const state = milestoneState(line);
            const due = timing({ planned: line.planned, state }, today);
            const waits = ties.flatMap(({ from, to }) => (to === line.id ? [numbers.get(from) ?? 0] : [])).toSorted((a, b) => a - b);
            const moved = isOpen(state) ? line.acts.findLast(({ kind }) => kind === 'postponed') : undefined;
            return (
              <tr key={line.id}>
                <th scope="row">
                  {number}. <a href={`${path}/${line.id}`}><LocalTextView text={line.title} form={form} say="elsewhere" /></a>
                  <span className="src">
                    <span className="code">{line.code}</span>
                    {line.belongsTo.filter(({ id }) => id !== of).map((to) => <span key={to.id}> · <DeskReference to={to} form={form} hrefOf={hrefOf} /></span>)}
                    {waits.length > 0 ? <span> · {t('waitsFor', { count: waits.length, numbers: waits.join(', ') })}</span> : null}
                  </span>
                </th>
                <td><Label>{t('planned')}</Label><span><FuzzyDateView edtf={line.planned?.edtf} form={form} look="table" />{moved ? <span className="src">{t('before')} <FuzzyDateView edtf={moved.plannedBefore?.edtf} form={form} look="table" /></span> : null}</span></td>
                <td><Label>{t('actual')}</Label>{state === 'done' ? <FuzzyDateView edtf={line.actual?.edtf} form={form} look="table" /> : '–'}</td>
                <td><Label>{t('state')}</Label><span><MilestoneMark state={state} />{due ? <> <DueMark kind={due.kind} days={due.days} what="milestone" /></> : null}{isOpen(state) && line.progress > 0 ? <span className="src">{t('progressSaid', { percent: line.progress })}</span> : null}</span></td>
                <td><Label>{t('owner')}</Label>{line.ownerId ? owners.get(line.ownerId) ?? t('formerOwner') : <i className="unknown">{t('nobody')}</i>}</td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

function Label({ children }: { children: string }) {
  return <span className="cell-label" aria-hidden="true">{children}</span>;
}
