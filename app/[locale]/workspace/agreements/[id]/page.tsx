import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { ActList } from '#components/agreement/act-list.tsx';
import { ActsByParty } from '#components/agreement/acts-by-party.tsx';
import { Alarms, NextActs } from '#components/agreement/moves.tsx';
import { StatutoryPath } from '#components/agreement/path.tsx';
import { Obligations, RelatedRecords } from '#components/agreement/related.tsx';
import { AgreementSheet } from '#components/agreement/sheet.tsx';
import { AgreementTerm } from '#components/agreement/term.tsx';
import { ButtonLink } from '#components/button.tsx';
import { DocumentList } from '#components/document/list.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { MilestoneTimeline } from '#components/milestone/timeline.tsx';
import { RecordDesk } from '#components/record/desk.tsx';
import { Standing } from '#components/standing.tsx';
import { genderOf } from '#messages/gender.ts';
import { movesOf } from '#office/agreement/read.ts';
import { historyOf } from '#office/audit/read.ts';
import { documentsOf } from '#office/document/read.ts';
import { milestonesOf } from '#office/milestone/read.ts';
import { permits } from '#office/permission.ts';
import { agreementPage, type AgreementPage } from './agreement-page.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await recordOf('agreements', params))?.title };
}

export default async function AgreementDeskPage({ params }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { form, viewer, record, agreement, today, path } = page;
  const t = await getTranslations('agreements');
  const [past, moves, milestones, documents] = await Promise.all([
    historyOf(viewer, 'agreement', record.id, 5), movesOf(viewer, record.id, today), milestonesOf(viewer, { agreementId: record.id }),
    documentsOf(viewer, 'agreement', record.id),
  ]);
  return (
    <RecordDesk
      page={page} publicPath={`/agreements/${record.slug}`} past={past} ownActs={<OwnActs page={page} />}
      states={<Standing of="agreement" standing={agreement.standing.sign} gender={genderOf(agreement.type ?? '')} />}
      sheet={<AgreementSheet agreement={agreement} form={form} />}
    >
      {agreement.summary ? <LocalTextView as="p" className="prose" text={agreement.summary} form={form} /> : null}
      <Alarms agreement={agreement} form={form} today={today} />
      <section className="sec"><h2>{t('desk.next')}</h2><NextActs moves={moves ?? []} form={form} /></section>
      {agreement.procedure === 'foreign_city' ? <section className="sec"><h2>{t('path.heading')}</h2><StatutoryPath agreement={agreement} form={form} /></section> : null}
      <AgreementTerm agreement={agreement} form={form} today={today} />
      {agreement.parties.length ? <section className="sec"><h2>{t('acts.heading')}</h2><ActsByParty agreement={agreement} form={form} /></section> : null}
      <section className="sec"><h2>{t('acts.inOrder')}</h2><ActList agreement={agreement} form={form} strikeAt={permits(viewer, 'agreement.revise', record) ? (actId) => `${path}/acts/${actId}` : undefined} /></section>
      <Obligations agreement={agreement} form={form} today={today} />
      {milestones.length ? <section className="sec"><h2>{t('milestones')}</h2><MilestoneTimeline milestones={milestones} form={form} today={today} of={record.id} /></section> : null}
      <RelatedRecords agreement={agreement} form={form} />
      {documents.length ? <section className="sec"><h2>{t('documents')}</h2><DocumentList documents={documents} form={form} /></section> : null}
    </RecordDesk>
  );
}

async function OwnActs({ page: { viewer, record, path, agreement } }: { page: AgreementPage }) {
  const t = await getTranslations('agreements.desk');
  const allSigned = agreement.acts.some(({ kind }) => kind === 'signature') && agreement.standing.unsigned.length === 0;
  return (
    <>
      {permits(viewer, 'agreement.sign', record) && !allSigned ? <ButtonLink href={`${path}/sign`} kind="line" icon="pencil">{t('sign')}</ButtonLink> : null}
      {permits(viewer, 'agreement.recordAct', record) ? <ButtonLink href={`${path}/act`} kind="line" icon="plus">{t('act')}</ButtonLink> : null}
      {permits(viewer, 'agreement.addParty', record) ? <ButtonLink href={`${path}/party`} kind="line" icon="plus">{t('party')}</ButtonLink> : null}
    </>
  );
}
