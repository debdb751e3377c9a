import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { actWord } from '#components/agreement/act-word.ts';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { GlyphSheet } from '#components/glyph.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { milestoneGlyphs, MilestoneList, type DrawnMilestone } from '#components/milestone-list.tsx';
import { MilestoneNote } from '#components/milestone/timeline.tsx';
import { shortTitle } from '#components/rows.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { shortText } from '#messages/short-text.ts';
import { milestoneState } from '#office/milestone/milestone.ts';
import type { ChronicleLine } from '#office/chronicle/lines.ts';
import { pageFolder } from '#office/register/register.ts';

type Props = { lines: readonly ChronicleLine[]; form: WrittenForm; /** ISO day. */ today: string };

/** Entries in the order of the list under headings: what is to come, each year, and what has no date and therefore no order. */
export function ChronicleList({ lines, form, today }: Props) {
  const t = useTranslations('milestones');
  const actWords = useActWords();
  const groups = Map.groupBy(lines, groupOf);
  const sections = [...groups].map(([group, held]) => (
    <section className="sec" key={group} aria-labelledby={`h-${group}`}>
      <h2 id={`h-${group}`}>{group === 'ahead' || group === 'undated' ? t(group) : t('year', { year: group })}</h2>
      <MilestoneList glyph="sheet" milestones={held.map((line) => drawn(line, form, today, actWords, t))} />
    </section>
  ));
  return <><GlyphSheet names={milestoneGlyphs} />{sections}</>;
}

function drawn(line: ChronicleLine, form: WrittenForm, today: string, actWords: (line: ChronicleLine) => string, t: (key: string, values?: Record<string, string>) => string): DrawnMilestone {
  const { id, on, of, milestone, number } = line;
  const folder = of && pageFolder(of);
  const shared = { id, when: on ? <FuzzyDateView edtf={on.edtf} form={form} /> : null, ...(of && folder ? { href: `/${form}/${folder}/${of.slug}` } : {}) };
  if (milestone) {
    return { ...shared, state: milestoneState(milestone), title: <LocalTextView text={milestone.title} form={form} />, note: <>{of ? <LocalTextView text={shortText(of.name, shortTitle)} form={form} say="elsewhere" /> : null}<MilestoneNote milestone={milestone} form={form} today={today} of={of?.id} before={of ? 1 : 0} /></> };
  }
  const parts: ReactNode[] = [
    line.state === 'planned' ? t('plannedOnly') : null, number ? t('number', { number }) : null, of ? <span key="code" className="code">{of.code}</span> : null,
  ].filter(Boolean);
  return {
    ...shared, state: line.state === 'planned' || line.ahead ? 'planned' : 'done', title: <>{actWords(line)}: <LocalTextView text={shortText(of?.name ?? null, shortTitle)} form={form} /></>,
    note: parts.map((part, place) => <span key={place}>{place > 0 ? ' · ' : null}{part}</span>),
  };
}

/** What happened, in the words of the noun's own acts. */
function useActWords(): (line: ChronicleLine) => string {
  const t = useTranslations('vocabulary');
  const names = { agreement: 'act', membership: 'membershipAct', project: 'projectAct', milestone: 'milestoneKind' } as const;
  return (line) => {
    const { noun, act } = line;
    if (noun === 'agreement' && act) return t(`act.${actWord(act, line)}` as 'act.signature');
    return act === 'start' || act === 'finish' ? t(`projectDate.${act}`) : t(`${names[noun]}.${act}` as 'act.signature');
  };
}

/** A date that spans years stands under that of its entry's day. */
function groupOf({ ahead, day }: ChronicleLine): string {
  if (!day) return 'undated';
  return ahead ? 'ahead' : day.slice(0, 4);
}
