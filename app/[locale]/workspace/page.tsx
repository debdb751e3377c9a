import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { deskOf } from '#app/desk.ts';
import { folderOf } from '#app/registers.ts';
import { recordOf, settlingActs } from '#app/settling.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { FirstSteps, GivenCard, IncompleteCard, LastChanges, WeekCard } from '#components/desk/cards.tsx';
import { CompletenessCard, CompletenessTable } from '#components/desk/completeness.tsx';
import { MonthsCard, StatesCard, WeeksCard } from '#components/desk/state.tsx';
import { WaitingCard } from '#components/desk/waiting.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { Notice } from '#components/notice.tsx';
import { RemindersCard } from '#components/reminder/reminders.tsx';
import { belgradeToday, writeInstant, writeWeekday } from '#messages/dates.ts';
import { nouns, permits, type Noun } from '#office/permission.ts';
import { seeOnDesk } from './reminders/actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.workspace'))('myDesk') };
}

export default async function DeskPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('desk');
  const outbox = await getTranslations('outbox');
  const today = belgradeToday(new Date());
  const { groups, figures, state, week, records, changes, given, steps, reminders, letters, unsealed, backups } = await deskOf(viewer, today);
  const path = `/${form}/workspace`;
  const hrefOf = (noun: Noun, id: string) => `${path}/${folderOf(noun)}/${id}`;
  const drafts = nouns.filter((noun) => permits(viewer, `${noun}.draft`, null));
  const begins = (['agreement', 'project', 'milestone'] as const).find((noun) => drafts.includes(noun));
  return (
    <>
      <DeskHead title={writeWeekday(today, form)} lead={t('lead', { count: groups.reduce((sum, group) => sum + group.total, 0) })}
        acts={begins ? <ButtonLink href={`${path}/${folderOf(begins)}/new`} icon="plus">{t(`begin.${begins}`)}</ButtonLink> : null} />
      {viewer.grants.length === 0 ? <EmptyState icon="info" heading={t('noRole')}>{t('noRoleWhy')}</EmptyState> : null}
      {unsealed > 0 ? <Notice tone="harm" heading={t('unsealed', { count: unsealed })}><p>{t('unsealedWhy')}</p></Notice> : null}
      {backups ? (
        <Notice tone="harm" heading={t(`backups.${backups.since ? 'since' : 'never'}${backups.why === 'untried' ? 'Untried' : ''}`, { when: backups.since ? writeInstant(backups.since, form, 'sentence') : '' })}>
          <p>{t(`backups.why.${backups.why}`)} {t('backups.lost')} {t(backups.why === 'untried' ? 'backups.wayUntried' : 'backups.way')}</p>
        </Notice>
      ) : null}
      {letters > 0 ? <Notice tone="wait" icon="send" heading={outbox('need', { count: letters })}><p>{outbox('needWhy')} <a href={`${path}/outbox`}>{outbox('look')}</a></p></Notice> : null}
      <div className="cards">
        {steps ? <FirstSteps steps={steps.map(({ key, place, done }) => ({ key, done, href: `${path}${place}` }))} /> : null}
        {given.length > 0 ? <GivenCard records={given} form={form} hrefOf={hrefOf} /> : null}
        {reminders.length > 0 ? <RemindersCard reminders={reminders} form={form} today={today} see={seeOnDesk} hrefOf={hrefOf} requestOf={randomUUID} all={`${path}/reminders`} /> : null}
        <WaitingCard groups={groups} form={form} hrefOf={(one) => recordOf(path, one)} actsOf={(one) => settlingActs(path, one)} allOf={(kind) => `${path}/waiting/${kind}`} />
        <CompletenessCard figures={figures} hrefOf={(noun) => `${path}/${folderOf(noun)}`} />
        <WeekCard days={week.days} today={today} form={form} entries={week.entries.map(({ noun, id, ...entry }) => ({ ...entry, href: hrefOf(noun, id) }))} />
        <IncompleteCard records={records} form={form} hrefOf={hrefOf} />
        <LastChanges changes={changes} form={form} today={today} hrefOf={hrefOf} all={null} />
        <StatesCard of="agreement" heading={t('states.agreement')} tallies={state.agreements} hrefOf={(standing) => `${path}/agreements?standing=${standing}`} />
        <StatesCard of="membership" heading={t('states.membership')} tallies={state.memberships} hrefOf={null} />
        <StatesCard of="project" heading={t('states.project')} tallies={state.projects} hrefOf={(standing) => `${path}/projects?state=${standing}`} />
        <MonthsCard months={state.months} form={form} />
        <WeeksCard weeks={state.weeks} whose={state.whose} form={form} />
        <CompletenessTable figures={figures} hrefOf={(noun) => `${path}/${folderOf(noun)}`} />
      </div>
    </>
  );
}
