import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementParty } from '#db/schema/agreement.ts';
import { local } from '#messages/local-text.ts';
import { assign as assignAgreement } from '#office/agreement/assign.ts';
import { classify } from '#office/agreement/classify.ts';
import { actEntry, oldActEntry, signatureEntry } from '#office/agreement/act-entry.ts';
import { agreementEntry, partyEntry } from '#office/agreement/entry.ts';
import { agreementFields } from '#office/agreement/fields.ts';
import { agreementBySlug } from '#office/agreement/read.ts';
import { recordAct as recordAgreementAct, recordOldAct } from '#office/agreement/record-act.ts';
import { sign } from '#office/agreement/sign.ts';
import * as agreements from '#office/agreement/write.ts';
import type { Entered } from '#office/change.ts';
import { attach, detach } from '#office/document/attach.ts';
import { documentEntry } from '#office/document/entry.ts';
import { documentById } from '#office/document/read.ts';
import * as documents from '#office/document/write.ts';
import { merge } from '#office/double/merge.ts';
import { assign as assignMembership } from '#office/membership/assign.ts';
import { membershipActEntry, membershipEntry } from '#office/membership/entry.ts';
import { membershipFields } from '#office/membership/fields.ts';
import { listMemberships, membershipById } from '#office/membership/read.ts';
import { recordAct as recordMembershipAct } from '#office/membership/record-act.ts';
import * as memberships from '#office/membership/write.ts';
import { assign as assignMilestone } from '#office/milestone/assign.ts';
import { cancellationEntry, completionEntry, milestoneEntry, postponementEntry, progressEntry, startEntry } from '#office/milestone/entry.ts';
import { milestoneFields } from '#office/milestone/fields.ts';
import * as moves from '#office/milestone/moves.ts';
import { milestoneById } from '#office/milestone/read.ts';
import * as milestones from '#office/milestone/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { organisationBySlug } from '#office/organisation/read.ts';
import * as organisations from '#office/organisation/write.ts';
import { dutyEntry } from '#office/obligation/entry.ts';
import { dutiesOf } from '#office/obligation/read.ts';
import { enterDuty, settleDuty } from '#office/obligation/write.ts';
import type { FormValues, Outcome } from '#office/outcome.ts';
import type { Action, Addressed, Noun } from '#office/permission.ts';
import { programmeEntry } from '#office/programme/entry.ts';
import { programmeFields } from '#office/programme/fields.ts';
import { programmeBySlug } from '#office/programme/read.ts';
import * as programmes from '#office/programme/write.ts';
import { assign as assignProject } from '#office/project/assign.ts';
import { projectActEntry, projectEntry } from '#office/project/entry.ts';
import { projectFields } from '#office/project/fields.ts';
import { projectBySlug } from '#office/project/read.ts';
import { recordAct as recordProjectAct } from '#office/project/record-act.ts';
import * as projects from '#office/project/write.ts';
import { systemViewer, type Viewer } from '#office/viewer.ts';
import { accepted, parsed } from '../verbs.ts';
import { arrived, pdf } from './files.ts';
import { stepsOf, type Step } from './walk-steps.ts';

export const today = '2026-11-21';

type Done = Promise<Outcome<Entered>>;
type Kind = 'revise' | 'add a party to' | 'publish' | 'withdraw' | 'verify' | 'act on' | 'readdress' | Step | 'merge into';
/** What may be done to a record; `prepare` brings a fresh one to where it is possible. */
export type Deed = { readonly action: Action; readonly kind: Kind; run(viewer: Viewer, id: string): Done; prepare?(id: string): Promise<void> };
/** The verbs of a noun, filled in rightly: the entries are those of a record that the office really keeps. `lay` drafts under a slug of its own. */
export type Register = { readonly noun: Noun; readonly kept: string; draft(viewer: Viewer): Done; lay(viewer: Viewer): Done; readonly deeds: readonly Deed[] };

type Verbs<E> = {
  draft(viewer: Viewer, input: { entry: E; given?: { slug: string } }): Done;
  revise(viewer: Viewer, input: { id: string; entry: E }): Done;
  publish(viewer: Viewer, input: { id: string }): Done;
  withdraw(viewer: Viewer, input: { id: string; reason: ReturnType<typeof local> }): Done;
  verify(viewer: Viewer, input: { id: string; verification: 'checked'; today: string }): Done;
};

/** Every register of the office in the seeded database, `kept` being a published record of it. */
export async function allRegisters(): Promise<Register[]> {
  const organisation = (await organisationBySlug(systemViewer, 'novi-sad'))!;
  const { lines: [oneMembership] } = await listMemberships(systemViewer, { form: 'sr-Cyrl' }, today);
  const membership = (await membershipById(systemViewer, oneMembership!.id))!;
  const programme = (await programmeBySlug(systemViewer, 'mega'))!;
  const project = (await projectBySlug(systemViewer, 'transpower'))!;
  const agreement = (await agreementBySlug(systemViewer, 'mou-usaid-sldp', today))!;
  const { rows: [oneMilestone] } = await reader().execute<{ id: string }>(sql`select id from milestone where slug = 'm-ec-2003'`);
  const milestone = (await milestoneById(systemViewer, oneMilestone!.id))!;
  const paper = {
    'title.sr-Cyrl': ['Записник'], 'title.en': ['Minutes'], kind: ['minutes'], language: ['sr'], visibility: ['public'], 'absentReason.sr-Cyrl': ['није скенирано'],
    'absentReason.en': ['not scanned'], 'links.0.record': [`agreement:${agreement.id}`],
  };
  const document = accepted(await documents.draft(systemViewer, { entry: parsed(documentEntry, paper) }));
  accepted(await documents.publish(systemViewer, { id: document }));
  return [
    register('organisation', organisation.id, parsed(organisationEntry, organisationFields(organisation)), organisations, [readdress('organisation', organisations)]),
    register('membership', membership.id, parsed(membershipEntry, { ...membershipFields(membership), memberId: [organisation.id] }), memberships, [
      ...dutyDeeds('membership'),
      actOn('membership.assign', async (viewer, id) => assignMembership(viewer, { id, ownerId: await otherOwner('membership', id) })),
      actOn('membership.recordAct', (viewer, id) => recordMembershipAct(viewer, { id, today, entry: parsed(membershipActEntry, { kind: ['considered'], 'on.year': ['2020'] }) })),
    ]),
    register('programme', programme.id, parsed(programmeEntry, programmeFields(programme)), programmes, [readdress('programme', programmes)]),
    register('project', project.id, parsed(projectEntry, projectFields(project)), projects, [
      readdress('project', projects),
      actOn('project.assign', async (viewer, id) => assignProject(viewer, { id, ownerId: await otherOwner('project', id) })),
      actOn('project.recordAct', (viewer, id) => recordProjectAct(viewer, { id, today, entry: parsed(projectActEntry, { kind: ['idea'], 'on.year': ['2020'] }) })),
    ]),
    register('agreement', agreement.id, parsed(agreementEntry, agreementFields(agreement)), agreements, [
      readdress('agreement', agreements),
      { action: 'agreement.addParty', kind: 'add a party to', run: (viewer, id) => agreements.addParty(viewer, { id, entry: parsed(partyEntry, { organisationId: [organisation.id], side: ['them'], role: ['witness'] }) }) },
      ...dutyDeeds('agreement'),
      actOn('agreement.assign', async (viewer, id) => assignAgreement(viewer, { id, ownerId: await otherOwner('agreement', id) })),
      { action: 'agreement.classify', kind: 'revise', run: async (viewer, id) => classify(viewer, { id, entry: { fields: ['youth'], how: await inField(id, 'youth') ? 'remove' : 'add' } }) },
      actOn('agreement.recordAct', (viewer, id) => recordAgreementAct(viewer, { id, today, entry: parsed(actEntry, { kind: ['initiative'], 'on.year': ['2020'] }) })),
      actOn('agreement.recordAct', (viewer, id) => recordOldAct(viewer, { id, today, entry: parsed(oldActEntry, { kind: ['ratification'] }) })),
      { ...actOn('agreement.sign', async (viewer, id) => sign(viewer, { id, today, entry: parsed(signatureEntry, { partyId: [await firstParty(id)], signatory: ['Потписник'], 'on.year': ['2020'] }) })), prepare: authorise },
    ]),
    register('milestone', milestone.id, parsed(milestoneEntry, { ...withoutActs(milestoneFields(milestone)), progress: ['0'] }), milestones, [
      actOn('milestone.start', (viewer, id) => moves.start(viewer, { id, today, entry: parsed(startEntry, { progress: ['10'] }) })),
      actOn('milestone.noteProgress', (viewer, id) => moves.noteProgress(viewer, { id, entry: parsed(progressEntry, { progress: ['20'] }) })),
      actOn('milestone.takeOver', (viewer, id) => moves.takeOver(viewer, { id })),
      actOn('milestone.assign', async (viewer, id) => assignMilestone(viewer, { id, ownerId: await otherOwner('milestone', id) })),
      actOn('milestone.complete', (viewer, id) => milestones.complete(viewer, { id, today, entry: parsed(completionEntry, { 'on.year': ['2020'] }) })),
      actOn('milestone.postpone', (viewer, id) => milestones.postpone(viewer, { id, today, entry: parsed(postponementEntry, { 'planned.year': ['2030'] }) })),
      actOn('milestone.cancel', (viewer, id) => milestones.cancel(viewer, { id, today, entry: parsed(cancellationEntry, { 'note.sr-Cyrl': ['одустало се'] }) })),
    ]),
    register('document', document, parsed(documentEntry, paper), documents, fileDeeds()),
  ];
}

/** Nobody where somebody keeps the record, else somebody who works here. */
async function otherOwner(noun: 'membership' | 'project' | 'agreement' | 'milestone', id: string): Promise<string | null> {
  const { rows: [other] } = await reader().execute<{ id: string | null }>(sql`select (select id from person where deactivated_at is null order by id limit 1) as id from ${sql.identifier(noun)} where id = ${id} and owner_id is null`);
  return other?.id ?? null;
}

async function inField(id: string, field: string): Promise<boolean> {
  const { rows } = await reader().execute(sql`select 1 from agreement where id = ${id} and ${field} = any(fields)`);
  return rows.length > 0;
}

/** How much the ledger and the record of refusals hold. */
export async function tally(): Promise<{ changes: number; revisions: number; refusals: number }> {
  const { rows: [held] } = await reader().execute<{ changes: string; revisions: string; refusals: string }>(sql`
    select (select count(*) from change) as changes, (select count(*) from revision) as revisions,
      (select count(*) from security_event where kind = 'refused') as refusals`);
  return { changes: Number(held?.changes), revisions: Number(held?.revisions), refusals: Number(held?.refusals) };
}

const reason = local({ sr: 'унето грешком', en: 'entered by mistake' });

function register<E>(noun: Noun, kept: string, entry: E, verbs: Verbs<E>, own: Deed[]): Register {
  let double = randomUUID() as string;
  return {
    noun, kept, draft: (viewer) => verbs.draft(viewer, { entry }), lay: (viewer) => verbs.draft(viewer, { entry, given: { slug: randomUUID() } }),
    deeds: [
      { action: `${noun}.revise`, kind: 'revise', run: (viewer, id) => verbs.revise(viewer, { id, entry }) },
      { action: `${noun}.publish`, kind: 'publish', run: (viewer, id) => verbs.publish(viewer, { id }) },
      { action: `${noun}.withdraw`, kind: 'withdraw', run: (viewer, id) => verbs.withdraw(viewer, { id, reason }) },
      { action: `${noun}.verify`, kind: 'verify', run: (viewer, id) => verbs.verify(viewer, { id, verification: 'checked', today }) },
      {
        action: `${noun}.merge`, kind: 'merge into', run: (viewer, id) => merge(viewer, noun, { id, demands: async () => [], entry: { doubleId: double, doubleVersion: null, take: [], reason: 'двојник' } }),
        prepare: async () => { double = accepted(await verbs.draft(systemViewer, { entry, given: { slug: randomUUID() } })); },
      },
      ...stepsOf(noun),
      ...own,
    ],
  };
}

function actOn(action: Action, run: Deed['run']): Deed {
  return { action, kind: 'act on', run };
}

/** Files come and go with the rights of whoever may revise the document. */
function fileDeeds(): Deed[] {
  const entry = { role: 'scan', language: null, replacesId: null } as const;
  const bring = async (viewer: Viewer, id: string) => attach(viewer, { id, entry, files: [await arrived(pdf(randomUUID()))] });
  const onlyFile = async (id: string) => (await documentById(systemViewer, id))?.files[0]?.id ?? null;
  return [
    { action: 'document.attach', kind: 'revise', run: bring },
    { action: 'document.detach', kind: 'revise', run: async (viewer, id) => detach(viewer, { id, entry: { fileId: await onlyFile(id), reason: null } }), prepare: async (id) => void accepted(await bring(systemViewer, id)) },
  ];
}

/** What is owed is entered by whoever may revise the record; that it was done is a fact, and the editor's. */
function dutyDeeds(noun: 'agreement' | 'membership'): Deed[] {
  const entry = parsed(dutyEntry, { 'text.sr-Cyrl': ['Годишњи извештај'], repeats: ['once'] });
  const enter = (viewer: Viewer, id: string) => enterDuty(viewer, { noun, id, today, entry });
  const settle = async (viewer: Viewer, id: string) => settleDuty(viewer, { noun, id, today, entry: { dutyId: (await dutiesOf(systemViewer, { noun, id })).at(-1)?.id ?? null, state: 'done', evidence: reason } });
  return [
    { action: `${noun}.enterDuty`, kind: 'revise', run: enter },
    { ...actOn(`${noun}.settleDuty`, settle), prepare: async (id) => void accepted(await enter(systemViewer, id)) },
  ];
}

/** To an address that nobody else has. */
function readdress(noun: Addressed, verbs: { readdress(viewer: Viewer, input: { id: string; entry: { slug: string } }): Done }): Deed {
  return { action: `${noun}.readdress`, kind: 'readdress', run: (viewer, id) => verbs.readdress(viewer, { id, entry: { slug: randomUUID() } }) };
}

function withoutActs(fields: FormValues): FormValues {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('acts.')));
}

async function firstParty(agreementId: string): Promise<string> {
  const [party] = await reader().select({ id: agreementParty.id }).from(agreementParty).where(eq(agreementParty.agreementId, agreementId)).orderBy(agreementParty.position);
  return party!.id;
}

async function authorise(id: string): Promise<void> {
  for (const kind of ['council_decision', 'authorisation_to_sign']) accepted(await recordOldAct(systemViewer, { id, today, entry: parsed(oldActEntry, { kind: [kind] }) }));
}
