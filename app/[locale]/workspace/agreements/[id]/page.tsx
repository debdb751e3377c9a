import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { ActList } from '#components/agreement/act-list.tsx';
import { ActsByParty } from '#components/agreement/acts-by-party.tsx';
import { Alarms } from '#components/agreement/alarms.tsx';
import { NextStep, split } from '#components/agreement/next-step.tsx';
import { Periods } from '#components/agreement/periods.tsx';
import { Obligations, RelatedRecords } from '#components/agreement/related.tsx';
import { AgreementSheet } from '#components/agreement/sheet.tsx';
import { AgreementTerm } from '#components/agreement/term.tsx';
import { AgreementWay } from '#components/agreement/way.tsx';
import { ButtonLink } from '#components/button.tsx';
import { DocumentList } from '#components/document/list.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { MilestoneTimeline } from '#components/milestone/timeline.tsx';
import { RecordDesk } from '#components/record/desk.tsx';
import { Standing } from '#components/standing.tsx';
import { genderOf } from '#messages/gender.ts';
import { isOpen } from '#office/agreement/moves.ts';
import { pathOf, takenBy } from '#office/agreement/path.ts';
import { periodsOf } from '#office/agreement/periods.ts';
import { movesOf } from '#office/agreement/read.ts';
import { toDecide } from '#office/agreement/to-decide.ts';
import { historyOf } from '#office/audit/read.ts';
import { documentsOf, type DocumentOf } from '#office/document/read.ts';
import { milestonesOf } from '#office/milestone/read.ts';
import { permits, wayOf } from '#office/permission.ts';
import { mayOf } from './act-choices.ts';
import { agreementPage, factsOf, type AgreementPage } from './agreement-page.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await recordOf('agreements', params))?.title };
}

export default async function AgreementDeskPage({ params }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { form, viewer, record, agreement, today, path } = page;
  const t = await getTranslations('agreements');
  const [past, following, milestones, documents, decision] = await Promise.all([
    historyOf(viewer, 'agreement', record.id, 5), movesOf(viewer, record.id, today), milestonesOf(viewer, { agreementId: record.id }),
    documentsOf(viewer, 'agreement', record.id), toDecide(agreement, today),
  ]);
  return (
    <RecordDesk
      texts={agreement} page={page} publicPath={`/agreements/${record.slug}`} past={past} ownActs={<OwnActs page={page} />}
      states={<Standing of="agreement" standing={agreement.standing.sign} gender={genderOf(agreement.type ?? '')} />}
      sheet={<AgreementSheet agreement={agreement} form={form} />} above={<Way page={page} following={following} />}
    >
      {agreement.summary ? <LocalTextView as="p" className="prose" text={agreement.summary} form={form} /> : null}
      <Alarms agreement={agreement} decision={decision} form={form} today={today} />
      <AgreementTerm agreement={agreement} form={form} today={today} />
      <Periods periods={periodsOf(factsOf(agreement), agreement.standing, today)} form={form} />
      {agreement.parties.length ? <section className="sec"><h2>{t('acts.heading')}</h2><ActsByParty agreement={agreement} form={form} readBy="staff" /></section> : null}
      <section className="sec" id="acts"><h2>{t('acts.inOrder')}</h2><ActList agreement={agreement} form={form} paper={(documentId) => paperIn(documents, documentId, form)} strikeAt={wayOf(viewer, 'agreement.revise', 'agreement', record, page.office) ? (actId) => `${path}/acts/${actId}` : undefined} /></section>
      <Obligations agreement={agreement} form={form} today={today} />
      {milestones.length ? <section className="sec"><h2>{t('milestones')}</h2><MilestoneTimeline milestones={milestones} form={form} today={today} of={record.id} readBy="staff" /></section> : null}
      <RelatedRecords agreement={agreement} form={form} readBy="staff" />
      {documents.length ? <section className="sec"><h2>{t('documents')}</h2><DocumentList documents={documents} form={form} readBy="staff" /></section> : null}
    </RecordDesk>
  );
}

/** How far the agreement has come on the way of its procedure, what is next, and what that lacks. */
async function Way({ page, following }: { page: AgreementPage; following: Awaited<ReturnType<typeof movesOf>> }) {
  const { form, path, agreement, today } = page;
  const t = await getTranslations('agreements');
  const steps = pathOf(factsOf(agreement), agreement.standing, today);
  const now = steps.find(({ state }) => state === 'now');
  const offered = (following?.moves ?? []).map((move) => ({ ...move, open: isOpen(move) }));
  const may = mayOf(page);
  return (
    <section className="way" id="next" aria-labelledby="h-way">
      <h2 id="h-way">{t('path.headingForce')}</h2>
      {steps.length ? <AgreementWay agreement={agreement} steps={steps} form={form} /> : (
        <p>{t('next.noProcedure')} {may.includes('revise') ? <a href={`${path}/edit#procedure`}>{t('settle.procedureMissing')}</a> : null}</p>
      )}
      <NextStep
        agreement={agreement} path={path} form={form} may={may} {...split(offered, takenBy[now?.kind ?? 'initiative'] ?? [])}
        annex={following?.annex ? 'possible' : 'not possible'}
      />
    </section>
  );
}

async function OwnActs({ page: { viewer, record, path } }: { page: AgreementPage }) {
  const t = await getTranslations('agreements.desk');
  return permits(viewer, 'agreement.addParty', record) ? <ButtonLink href={`${path}/party`} kind="line" icon="plus">{t('party')}</ButtonLink> : null;
}

/** The document behind an act among those of the agreement; null where it is withheld from this viewer. */
function paperIn(documents: readonly DocumentOf[], id: string, form: string) {
  const found = documents.find((one) => one.id === id);
  return found && !found.withheld ? { title: found.title, href: `/${form}/workspace/documents/${id}` } : null;
}
