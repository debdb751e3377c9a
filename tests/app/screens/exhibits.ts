import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { aside } from '#office/change.ts';
import { oldActEntry } from '#office/agreement/act-entry.ts';
import type { ActKind } from '#office/agreement/agreement.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import { letRun } from '#office/agreement/let-run.ts';
import { recordOldAct } from '#office/agreement/record-act.ts';
import { draft } from '#office/agreement/write.ts';
import { attach } from '#office/document/attach.ts';
import { dutyEntry } from '#office/obligation/entry.ts';
import { enterDuty } from '#office/obligation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Noun } from '#office/permission.ts';
import { beginHalf } from '#office/person/half-sign-in.ts';
import { issueLink } from '#office/person/link.ts';
import { colleague } from '#office/person/read.ts';
import { deactivate } from '#office/person/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { arrived, pdf } from '../../office/files.ts';
import { begin } from '#office/import/write.ts';
import { brought, person as someColleague, tableFrom, today } from '../../office/import-ground.ts';
import { allRegisters, type Register } from '../../office/walk-ground.ts';
import { proposalOfAnother } from '../../office/walk-proposals.ts';
import { accepted, parsed } from '../../verbs.ts';
import { partsOf } from '../doors/targets.ts';

/** What the screens show: a record of each register, their parts, and for each act an agreement that it may follow. */
export type Exhibits = {
  readonly kept: Readonly<Record<string, string>>;
  readonly before: Readonly<Record<ActKind | 'annex', string>>;
  /** A milestone that is still planned, and a project with one act. */
  readonly planned: string; readonly begun: string;
  readonly person: string; readonly other: string; readonly former: string; readonly proposal: string; readonly bulk: string;
  /** The secrets of a link by which somebody chooses a password, and of a sign-in that waits for its code. */
  readonly link: string; readonly half: string;
  readonly imports: { readonly mapping: string; readonly checked: string };
  part(table: 'agreement_act' | 'membership_act' | 'project_act' | 'obligation' | 'document_file' | 'grant_of_right' | 'change', of: string): string;
};

/** Lays them down in the seeded database behind `client`, to which the office is connected; the first person of the site brings what has an owner. */
export async function layExhibits(client: Client): Promise<Exhibits> {
  const { rows: [someone] } = await client.query<{ id: string }>('select id from person order by created_at limit 1');
  const person = someone!.id;
  const registers = await allRegisters();
  const kept = Object.fromEntries(registers.map((register) => [register.noun, register.kept]));
  const [planned, begun] = [accepted(await registerOf(registers, 'milestone').lay(systemViewer)), accepted(await registerOf(registers, 'project').lay(systemViewer))];
  accepted(await registerOf(registers, 'project').deeds.find(({ action }) => action === 'project.recordAct')!.run(systemViewer, begun));
  accepted(await attach(systemViewer, { id: kept.document!, entry: { role: 'scan', language: null, replacesId: null }, files: [await arrived(pdf('изложен'))] }));
  for (const noun of ['agreement', 'membership'] as const) {
    accepted(await enterDuty(systemViewer, { noun, id: kept[noun]!, today, entry: parsed(dutyEntry, { 'text.sr-Cyrl': ['Годишњи извештај о спровођењу'], repeats: ['years'], 'due.year': ['2027'], 'due.month': ['1'], 'due.day': ['31'] }) }));
  }
  const [other, former] = [await someColleague('editor'), await someColleague('contributor')];
  accepted(await deactivate(systemViewer, { id: former.id, today }));
  const bringer = (await colleague(person, today))!;
  const bulk = randomUUID();
  await client.query(`insert into bulk_run (id, person_id, register, verb, ids) values ($1, $2, 'agreements', 'verify', array[$3]::uuid[])`, [bulk, person, kept.agreement]);
  const mapping = accepted(await begin(bringer, { noun: 'organisation', fileName: 'gradovi.csv', table: await tableFrom(table) }));
  const imports = { mapping, checked: await brought(bringer, 'organisation', table) };
  const proposal = await proposalOfAnother(kept.organisation!);
  const before = await agreementsBefore(client, person);
  accepted(await letRun(systemViewer, { id: before.resumption, entry: { reason: 'сарадња траје' }, today }));
  const parts = await partsOf(client);
  const link = await aside((db) => issueLink(db, other.id, 'invitation'));
  const half = await beginHalf(other.id);
  // It waits for ten minutes, and the screens are looked at for longer.
  await client.query(`update half_sign_in set started_at = now() + interval '1 day'`);
  return {
    kept, before, planned, begun, person, other: other.id, former: former.id, proposal, bulk, link, half, imports,
    part(name, of) {
      const found = parts.get(`${name} ${of}`);
      if (!found) throw new Error(`no ${name} stands at ${of}`);
      return found;
    },
  };
}

function registerOf(registers: readonly Register[], noun: Noun): Register {
  return registers.find((register) => register.noun === noun)!;
}

const table = 'Назив,Врста,Држава\nГрад Примерград,јединица локалне самоуправе,BG\nОпштина Узорна,нека врста,RS\n';

/** For each act the acts that stand before it, one agreement for each such past. */
const pasts: readonly (readonly [acts: readonly ActKind[], followed: readonly (ActKind | 'annex')[]])[] = [
  [[], ['initiative']],
  [['initiative'], ['drafting_started', 'dropping']],
  [['initiative', 'drafting_started'], ['text_agreed']],
  [['initiative', 'text_agreed'], ['council_decision']],
  [['initiative', 'council_decision'], ['consent_request']],
  [['council_decision', 'consent_request'], ['consent_given', 'consent_refused']],
  [['council_decision', 'consent_given'], ['authorisation_to_sign']],
  [['council_decision', 'consent_given', 'authorisation_to_sign'], ['signature']],
  [['council_decision', 'consent_given', 'signature'], ['ratification', 'publication_in_gazette', 'entry_into_force']],
  [['signature', 'entry_into_force'], ['amendment', 'renewal', 'suspension', 'notice', 'party_withdrawal', 'completion', 'replacement', 'annex']],
  [['signature', 'entry_into_force', 'suspension'], ['resumption', 'termination']],
  [['signature', 'entry_into_force', 'notice'], ['notice_withdrawn']],
  [['signature', 'entry_into_force', 'completion'], ['archiving']],
];

async function agreementsBefore(client: Client, ownerId: string): Promise<Exhibits['before']> {
  const { rows } = await client.query<{ id: string }>(`select id from organisation where publication = 'published' order by is_self desc, slug limit 3`);
  const found: Partial<Record<ActKind | 'annex', string>> = {};
  for (const [acts, followed] of pasts) {
    const id = accepted(await draft(systemViewer, { entry: parsed(agreementEntry, entered(rows.map((row) => row.id), ownerId, acts.at(-1) ?? 'none')) }));
    const { rows: [ours] } = await client.query<{ id: string }>(`select id from agreement_party where agreement_id = $1 and side = 'us'`, [id]);
    for (const [at, kind] of acts.entries()) accepted(await recordOldAct(systemViewer, { id, today, entry: parsed(oldActEntry, past(kind, 2012 + at, ours!.id)) }));
    for (const kind of followed) found[kind] = id;
  }
  return found as Exhibits['before'];
}

/** A title as long as those of real ones, so that a page is seen with it. */
function entered([city, other, third]: string[], ownerId: string, stage: string): FormValues {
  return {
    'title.sr-Cyrl': [`Споразум о сарадњи и пријатељству Града Ниша и Града Примерграда у области привреде, културе и заштите животне средине (${turned[stage] ?? stage})`],
    type: ['cooperation_agreement'], procedure: ['foreign_city'], ownerId: [ownerId], renewal: ['express'], renewalMonths: ['36'], termMonths: ['480'], noticeMonths: ['3'],
    'parties.0.organisationId': [city!], 'parties.0.side': ['us'], 'parties.1.organisationId': [other!], 'parties.1.side': ['them'], 'parties.2.organisationId': [third!], 'parties.2.side': ['them'],
  };
}

/** What tells the exhibits apart in Serbian, as the last of their acts. */
const turned: Readonly<Record<string, string>> = {
  none: 'без аката', initiative: 'иницијатива', drafting_started: 'израда', text_agreed: 'усаглашен', council_decision: 'одлука', consent_request: 'захтев', consent_given: 'сагласност',
  authorisation_to_sign: 'овлашћење', signature: 'потписан', entry_into_force: 'на снази', suspension: 'обустављен', notice: 'отказан', completion: 'извршен',
};

function past(kind: ActKind, year: number, party: string): FormValues {
  return {
    kind: [kind], 'on.year': [String(year)], 'on.month': ['6'], 'on.day': ['12'],
    ...(kind === 'council_decision' ? { number: ['06-000-7/2013-02'], session: ['12. седница'] } : {}),
    ...(kind === 'signature' || kind === 'notice' ? { partyId: [party] } : {}),
  };
}
