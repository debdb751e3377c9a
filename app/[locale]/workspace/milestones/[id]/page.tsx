import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { ButtonLink } from '#components/button.tsx';
import { DueMark } from '#components/due-mark.tsx';
import { MilestoneMark } from '#components/milestone-list.tsx';
import { MilestoneActs, MilestoneSheet } from '#components/milestone/sheet.tsx';
import { RecordDesk } from '#components/record/desk.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { historyOf } from '#office/audit/read.ts';
import { isOpen, milestoneState, timing } from '#office/milestone/milestone.ts';
import { milestoneById } from '#office/milestone/read.ts';
import { permits } from '#office/permission.ts';
import { colleagueChoices } from '#office/person/read.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await recordOf('milestones', params))?.title };
}

const moves = [['complete', 'circle-check'], ['postpone', 'calendar-clock'], ['cancel', 'x']] as const;

export default async function MilestoneDeskPage({ params }: Props) {
  const page = await recordOf('milestones', params);
  const milestone = page && await milestoneById(page.viewer, page.record.id);
  if (!page || !milestone) return notThere(params);
  const { form, viewer, record, path } = page;
  const t = await getTranslations('milestones');
  const state = milestoneState(milestone);
  const due = timing({ planned: milestone.planned, state }, belgradeToday(new Date()));
  const owner = milestone.ownerId ? (await colleagueChoices(viewer)).find(({ id }) => id === milestone.ownerId)?.name ?? null : null;
  const may = isOpen(state) ? moves.filter(([verb]) => permits(viewer, `milestone.${verb}`, record)) : [];
  return (
    <RecordDesk
      page={page} publicPath={milestone.isPublic ? '/milestones' : undefined} past={await historyOf(viewer, 'milestone', record.id, 5)}
      states={<><MilestoneMark state={state} />{due ? <DueMark kind={due.kind} days={due.days} what="milestone" /> : null}</>}
      ownActs={may.map(([verb, icon]) => <ButtonLink key={verb} href={`${path}/${verb}`} kind="line" icon={icon}>{t(`${verb}.submit`)}</ButtonLink>)}
      sheet={<MilestoneSheet milestone={milestone} form={form} owner={owner} />}
    >
      <MilestoneActs milestone={milestone} form={form} />
    </RecordDesk>
  );
}
