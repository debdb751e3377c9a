import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { nameOf } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { LocalTextView } from '#components/local-text.tsx';
import { MembershipActs } from '#components/membership/acts.tsx';
import { Duties, Representatives } from '#components/membership/duties.tsx';
import { MembershipSheet } from '#components/membership/membership-sheet.tsx';
import { AccessionPath } from '#components/membership/path.tsx';
import { MilestoneTimeline } from '#components/milestone/timeline.tsx';
import { RecordDesk } from '#components/record/desk.tsx';
import { NextActs } from '#components/record/next-acts.tsx';
import { Standing } from '#components/standing.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { historyOf } from '#office/audit/read.ts';
import { nextActs, stateOn } from '#office/membership/membership.ts';
import { membershipById } from '#office/membership/read.ts';
import { milestonesOf } from '#office/milestone/read.ts';
import { wayOf } from '#office/permission.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await nameOf('networks', params) ?? undefined };
}

export default async function MembershipDeskPage({ params }: Props) {
  const page = await recordOf('networks', params);
  const membership = page && await membershipById(page.viewer, page.record.id);
  if (!page || !membership) return notThere(params);
  const { form, viewer, record, path } = page;
  const today = belgradeToday(new Date());
  const t = await getTranslations('networks');
  const milestones = await milestonesOf(viewer, { membershipId: record.id });
  const { acts, network, benefit, obligations, representatives } = membership;
  const verbs = await getTranslations('networks.do');
  return (
    <RecordDesk
      texts={membership} page={page} publicPath={`/networks/${network?.slug ?? ''}`}
      past={await historyOf(viewer, 'membership', record.id, 5)} sheet={<MembershipSheet membership={membership} state={stateOn(acts, today)} form={form} />}
      states={<Standing of="membership" standing={stateOn(acts, today)} gender="neuter" />}
      above={(
        <section className="way" id="next" aria-labelledby="h-way">
          <h2 id="h-way">{t('desk.path')}</h2>
          <AccessionPath acts={acts} form={form} />
          <NextActs
            path={path} acts={nextActs(acts, today).map((kind) => ({ kind, verb: verbs(kind) }))}
            may={wayOf(viewer, 'membership.recordAct', 'membership', record, page.office) ? ['record', ...(record.verification === 'unverified' ? ['recordOld' as const] : [])] : []}
          />
        </section>
      )}
    >
      {acts.length ? <section className="sec"><h2>{t('sections.acts')}</h2><MembershipActs acts={acts} form={form} strikeAt={wayOf(viewer, 'membership.revise', 'membership', record, page.office) ? (actId) => `${path}/acts/${actId}` : undefined} /></section> : null}
      {benefit ? <section className="sec"><h2>{t('sections.benefit')}</h2><LocalTextView as="p" className="prose" text={benefit} form={form} /></section> : null}
      {milestones.length ? <section className="sec"><h2>{t('sections.milestones')}</h2><MilestoneTimeline milestones={milestones} form={form} today={today} of={record.id} readBy="staff" /></section> : null}
      <section className="sec"><h2>{t('desk.duties')}</h2><Duties duties={obligations} state={stateOn(acts, today)} form={form} today={today} /></section>
      <section className="sec"><h2>{t('desk.representatives')}</h2><Representatives representatives={representatives} form={form} /></section>
    </RecordDesk>
  );
}
