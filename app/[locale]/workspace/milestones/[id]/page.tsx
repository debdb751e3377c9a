import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { ButtonLink } from '#components/button.tsx';
import { DueMark } from '#components/due-mark.tsx';
import { MilestoneMark } from '#components/milestone-list.tsx';
import { OnePressForm } from '#components/milestone/one-press-form.tsx';
import { MilestoneActs, MilestoneSheet } from '#components/milestone/sheet.tsx';
import { Ties } from '#components/milestone/waiting.tsx';
import { RecordDesk } from '#components/record/desk.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { historyOf } from '#office/audit/read.ts';
import { isOpen, milestoneState, timing } from '#office/milestone/milestone.ts';
import { milestoneById } from '#office/milestone/read.ts';
import { dependantsOf, predecessorsOf } from '#office/milestone/ties.ts';
import { holdersOf } from '#office/obligation/read.ts';
import { permits, wayOf } from '#office/permission.ts';
import { takeOverMilestone } from '../actions.ts';
import { deskHref, namesOf } from '../plan-desk.tsx';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await recordOf('milestones', params))?.title };
}

const moves = [['start', 'send', 'start'], ['progress', 'pencil', 'noteProgress'], ['complete', 'circle-check', 'complete'], ['postpone', 'calendar-clock', 'postpone'], ['cancel', 'x', 'cancel']] as const;

export default async function MilestoneDeskPage({ params }: Props) {
  const page = await recordOf('milestones', params);
  const milestone = page && await milestoneById(page.viewer, page.record.id);
  if (!page || !milestone) return notThere(params);
  const { form, viewer, record, path } = page;
  const t = await getTranslations('milestones');
  const state = milestoneState(milestone);
  const due = timing({ planned: milestone.planned, state }, belgradeToday(new Date()));
  const people = await namesOf(viewer, form);
  const nameOf = (id: string | null) => (id ? people.get(id) ?? null : null);
  const duty = milestone.obligationId ? (await holdersOf(viewer, [milestone.obligationId])).get(milestone.obligationId) : undefined;
  const [before, after] = await Promise.all([predecessorsOf(viewer, record.id), dependantsOf(viewer, record.id)]);
  const possible = state === 'running' ? ['progress', 'complete', 'postpone', 'cancel'] : ['start', 'complete', 'postpone', 'cancel'];
  const may = isOpen(state) ? moves.filter(([act, , verb]) => possible.includes(act) && wayOf(viewer, `milestone.${verb}`, 'milestone', record, page.office)) : [];
  const mayTakeOver = isOpen(state) && milestone.ownerId !== viewer.id && permits(viewer, 'milestone.takeOver', record);
  return (
    <RecordDesk
      texts={milestone} page={page} publicPath={milestone.isPublic ? '/milestones' : undefined} past={await historyOf(viewer, 'milestone', record.id, 5)}
      states={<><MilestoneMark state={state} />{due ? <DueMark kind={due.kind} days={due.days} what="milestone" /> : null}</>}
      ownActs={(
        <>
          {may.map(([verb, icon]) => <ButtonLink key={verb} href={`${path}/${verb}`} kind="line" icon={icon}>{t(`${verb}.submit`)}</ButtonLink>)}
          {mayTakeOver ? <OnePressForm size="full" action={takeOverMilestone} words={t('plan.acts.takeOver')} hidden={{ id: record.id, version: record.version, request: randomUUID() }} /> : null}
        </>
      )}
      sheet={<MilestoneSheet milestone={milestone} form={form} owner={nameOf(milestone.ownerId)} deputy={nameOf(milestone.deputyId)} dutyHref={duty && `${deskHref(form)(duty.noun, duty.id)}/duties`} />}
    >
      <Ties before={before} after={after} form={form} path={`/${form}/workspace/milestones`} />
      <MilestoneActs milestone={milestone} form={form} />
    </RecordDesk>
  );
}
