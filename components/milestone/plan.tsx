import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { MilestoneMark } from '#components/milestone-list.tsx';
import { More } from '#components/record/more.tsx';
import type { Some } from '#components/record/tied.tsx';
import type { FuzzyDate } from '#db/columns.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { milestoneState } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import { PlanDrawing } from './plan-drawing.tsx';
import { spanBetween, spanOf, type Lane } from './plan.ts';
import { MilestoneNote, MilestoneTimeline } from './timeline.tsx';

type Term = { plannedStart: FuzzyDate | null; plannedEnd: FuzzyDate | null; actualStart: FuzzyDate | null; actualEnd: FuzzyDate | null };
type Props = { heading: string; milestones: Some<MilestoneLine>; term?: Term; form: WrittenForm; today: string; /** The record on whose page they stand. */ record: string };

/** Milestones drawn planned against actual with the same in a table; where no date is known at all, the plain list says so. */
export function MilestonePlan({ heading, milestones: { lines, total }, term, form, today, record }: Props) {
  const t = useTranslations('milestones.plan');
  const lanes = lines.map((one, place): Lane => ({ id: one.id, number: place + 1, planned: spanOf(one.planned), actual: spanOf(one.actual) }));
  const drawn = lanes.filter(({ planned, actual }) => planned ?? actual);
  const whole = term ? termLane(term) : null;
  const isDrawn = drawn.length > 0 || whole !== null;
  if (lines.length === 0 && !isDrawn) return null;
  const caption = [whole ? t('term') : null, t('undrawn', { count: lanes.length - drawn.length })].filter(Boolean).join(' ');
  return (
    <section className="sec">
      <h2>{heading}</h2>
      {isDrawn ? <PlanDrawing lanes={[...(whole ? [whole] : []), ...drawn]} today={today} caption={caption} /> : null}
      {isDrawn && lines.length > 0 ? <PlanTable milestones={lines} form={form} today={today} of={record} /> : null}
      {isDrawn ? null : <MilestoneTimeline milestones={lines} form={form} today={today} of={record} />}
      <More shown={lines.length} total={total} form={form} />
    </section>
  );
}

function termLane({ plannedStart, plannedEnd, actualStart, actualEnd }: Term): Lane | null {
  // Of a term that has begun and not ended only the beginning is drawn: that it still runs is for its acts to say.
  const [planned, actual] = [spanBetween(plannedStart, plannedEnd) ?? spanOf(plannedStart), spanBetween(actualStart, actualEnd) ?? spanOf(actualStart)];
  return planned ?? actual ? { id: 'term', number: null, planned, actual } : null;
}

function PlanTable({ milestones, form, today, of }: { milestones: readonly MilestoneLine[]; form: WrittenForm; today: string; of: string }) {
  const t = useTranslations('milestones.plan');
  const date = (held: FuzzyDate | null, label: string) => (
    <td><span className="cell-label" aria-hidden="true">{label}</span><FuzzyDateView edtf={held?.edtf} form={form} look="table" /></td>
  );
  return (
    <table className="table fold">
      <caption className="hide">{t('caption')}</caption>
      <thead><tr><th scope="col">{t('milestone')}</th><th scope="col">{t('planned')}</th><th scope="col">{t('actual')}</th><th scope="col">{t('state')}</th></tr></thead>
      <tbody>
        {milestones.map((one, place) => (
          <tr key={one.id}>
            <th scope="row">{place + 1}. <LocalTextView text={one.title} form={form} /><span className="src"><MilestoneNote milestone={one} form={form} today={today} of={of} stateSaid="elsewhere" /></span></th>
            {date(one.planned, t('planned'))}
            {milestoneState(one) === 'done' ? date(one.actual, t('actual')) : <td><span className="cell-label" aria-hidden="true">{t('actual')}</span>–</td>}
            <td><span className="cell-label" aria-hidden="true">{t('state')}</span><MilestoneMark state={milestoneState(one)} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
