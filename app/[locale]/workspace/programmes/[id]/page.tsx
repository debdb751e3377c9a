import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { MilestoneTimeline } from '#components/milestone/timeline.tsx';
import { ProgrammeMoney } from '#components/programme/money.tsx';
import { ProgrammePartners } from '#components/programme/partners.tsx';
import { ProgrammeSheet } from '#components/programme/sheet.tsx';
import { ProgrammeText } from '#components/programme/text.tsx';
import { RecordDesk } from '#components/record/desk.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { historyOf } from '#office/audit/read.ts';
import { milestonesOf } from '#office/milestone/read.ts';
import { programmeById } from '#office/programme/read.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await recordOf('programmes', params))?.title };
}

export default async function ProgrammeDeskPage({ params }: Props) {
  const page = await recordOf('programmes', params);
  const programme = page && await programmeById(page.viewer, page.record.id);
  if (!page || !programme) return notThere(params);
  const { form, viewer, record } = page;
  const t = await getTranslations('programmes');
  const milestones = await milestonesOf(viewer, { programmeId: record.id });
  return (
    <RecordDesk
      texts={programme} page={page} publicPath={`/programmes/${record.slug}`} past={await historyOf(viewer, 'programme', record.id, 5)}
      sheet={<ProgrammeSheet programme={programme} form={form} readBy="staff" />}
    >
      <ProgrammeText programme={programme} form={form} />
      <section className="sec"><h2>{t('sections.money')}</h2><ProgrammeMoney amounts={programme.amounts} form={form} /></section>
      <section className="sec"><h2>{t('sections.partners')}</h2><ProgrammePartners partners={programme.partners} form={form} readBy="staff" /></section>
      {milestones.length ? <section className="sec"><h2>{t('sections.milestones')}</h2><MilestoneTimeline milestones={milestones} form={form} today={belgradeToday(new Date())} of={record.id} readBy="staff" /></section> : null}
    </RecordDesk>
  );
}
