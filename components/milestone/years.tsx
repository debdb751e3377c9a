import { useTranslations } from 'next-intl';
import { MilestoneTimeline } from '#components/milestone/timeline.tsx';
import { writeDate } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { dateOf, isOpen, milestoneState } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';

type Props = { milestones: readonly MilestoneLine[]; form: WrittenForm; today: string };

/** Milestones by year, what is still to come on top; those without a date stand last, and say that they have no order. */
export function MilestoneYears({ milestones, form, today }: Props) {
  const t = useTranslations('milestones');
  const groups = Map.groupBy(milestones, groupOf);
  return [...groups].map(([group, held]) => (
    <section className="sec" key={group}>
      <h2>{group === 'ahead' || group === 'undated' ? t(group) : writeDate(group, form)}</h2>
      <MilestoneTimeline milestones={held} form={form} today={today} />
    </section>
  ));
}

/** A year, or where a milestone has none or is still to come. A date that spans years stands under its first one. */
function groupOf(milestone: MilestoneLine): string {
  const date = dateOf(milestone);
  if (!date?.earliest) return 'undated';
  return isOpen(milestoneState(milestone)) ? 'ahead' : date.earliest.slice(0, 4);
}
