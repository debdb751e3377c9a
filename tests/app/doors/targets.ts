import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { attach } from '#office/document/attach.ts';
import { dutyEntry } from '#office/obligation/entry.ts';
import { enterDuty } from '#office/obligation/write.ts';
import { nouns, type Noun } from '#office/permission.ts';
import { invitationEntry } from '#office/person/entry.ts';
import { deactivate, invite } from '#office/person/write.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { accepted, parsed } from '../../verbs.ts';
import { arrived, pdf } from '../../office/files.ts';
import { beginImport } from '../../office/walk-imports.ts';
import { allRegisters, today } from '../../office/walk-ground.ts';
import { proposalOfAnother } from '../../office/walk-proposals.ts';
import { markDraft } from './marks.ts';

/** What an address with an id may be about. */
export const targets = ['a published record', 'a draft of another', 'nothing'] as const;
export type Target = (typeof targets)[number];

export type Aims = {
  /** The record of each noun by what it is; `nothing` is an id that nobody has. */
  readonly records: Readonly<Record<Noun, Readonly<Record<Target, string>>>>;
  /** A project to which somebody else's right is bound. */
  readonly otherProject: string;
  /** Further parts of addresses, of each record: an act, a duty, a change, a file. */
  part(table: 'agreement_act' | 'membership_act' | 'project_act' | 'obligation' | 'document_file' | 'grant_of_right', of: string): string;
  change(of: string): string;
  readonly person: string;
  readonly import: string;
  readonly proposal: string;
  /** A file that comes with the proposal. */
  readonly proposalFile: string;
  /** Somebody whose access has ended. */
  readonly formerPerson: string;
  readonly bulk: string;
  /** By the folder of their public pages: the address of a published record, and of a draft. */
  readonly slugs: Readonly<Record<string, readonly [string, string]>>;
};

/** Lays down what the walk needs, as the system and as one member of staff who is none of the subjects. */
export async function aimsIn(client: Client): Promise<Aims> {
  const registers = await allRegisters();
  const entries = await Promise.all(registers.map(async ({ noun, kept, lay }) => [noun, { 'a published record': kept, 'a draft of another': accepted(await lay(systemViewer)), nothing: randomUUID() }] as const));
  const records = Object.fromEntries(entries) as Aims['records'];
  for (const target of ['a published record', 'a draft of another'] as const) {
    accepted(await attach(systemViewer, { id: records.document[target], entry: { role: 'scan', language: null, replacesId: null }, files: [await arrived(pdf(randomUUID()))] }));
  }
  for (const noun of ['agreement', 'membership'] as const) for (const target of ['a published record', 'a draft of another'] as const) {
    accepted(await enterDuty(systemViewer, { noun, id: records[noun][target], today, entry: parsed(dutyEntry, { 'text.sr-Cyrl': ['Годишњи извештај'], repeats: ['once'] }) }));
  }
  // By hand, since what may follow what on the way of a record is not what is asked here.
  await client.query('set session_replication_role = replica');
  for (const [noun, kind] of [['agreement', 'initiative'], ['membership', 'considered'], ['project', 'idea']] as const) for (const target of ['a published record', 'a draft of another'] as const) {
    await client.query(`insert into ${noun}_act (id, ${noun}_id, kind) values (gen_random_uuid(), $1, $2)`, [records[noun][target], kind]);
  }
  await client.query('set session_replication_role = origin');
  for (const noun of nouns) await markDraft(client, noun, records[noun]['a draft of another']);
  await client.query(`insert into file_reading (store_key, verdict, text, picture) select store_key, 'read', $1, '\\x52494646' from document_file on conflict do nothing`, ['']);
  const { rows: [someone] } = await client.query<{ id: string }>('select person_id as id from grant_of_right order by granted_at limit 1');
  const bringer: Staff = { kind: 'staff', id: someone!.id, name: '', writtenForm: 'en', grants: [{ role: 'publisher', noun: null, recordId: null }], sessionHash: null };
  const bulk = randomUUID();
  await client.query(`insert into bulk_run (id, person_id, register, verb, ids) values ($1, $2, 'agreements', 'verify', '{}')`, [bulk, someone!.id]);
  const proposal = await proposalOfAnother(records.organisation['a published record']);
  const proposalFile = randomUUID();
  await client.query('set session_replication_role = replica');
  await client.query(`insert into file_chunk (store_key, place, bytes) values (gen_random_uuid(), 0, 'x')`);
  await client.query(`insert into proposal_file (id, proposal_id, name, mime, size, sha256, store_key) select $1, $2, 'predlog.pdf', 'application/pdf', 1, repeat('0', 64), store_key from file_chunk where bytes = 'x' limit 1`, [proposalFile, proposal]);
  await client.query('set session_replication_role = origin');
  const formerPerson = accepted(await invite(systemViewer, { entry: parsed(invitationEntry, { name: ['Бивши'], email: [`${randomUUID()}@primer.rs`], writtenForm: ['sr-Cyrl'], role: ['editor'], until: [''] }) }));
  accepted(await deactivate(systemViewer, { id: formerPerson, today }));
  const { rows: [other] } = await client.query<{ id: string }>(`select id from project where id <> $1 and publication = 'published' order by code limit 1`, [records.project['a published record']]);
  const parts = await partsOf(client);
  return {
    records, bulk, otherProject: other!.id, person: someone!.id,
    slugs: await slugsIn(client, records), import: accepted(await beginImport(bringer)), proposal, proposalFile, formerPerson,
    part: (table, of) => parts.get(`${table} ${of}`) ?? randomUUID(),
    change: (of) => parts.get(`change ${of}`) ?? '',
  };
}

async function slugsIn(client: Client, records: Aims['records']): Promise<Aims['slugs']> {
  const slugOf = async (noun: Noun, id: string) => (await client.query<{ slug: string }>(`select slug from ${noun} where id = $1`, [id])).rows[0]!.slug;
  const pair = async (noun: Noun) => [await slugOf(noun, records[noun]['a published record']), await slugOf(noun, records[noun]['a draft of another'])] as const;
  const { rows: [network] } = await client.query<{ slug: string }>(`select slug from organisation where kind = 'network' and publication = 'published' order by code limit 1`);
  const partners = await pair('organisation');
  return { partners, networks: [network!.slug, partners[1]], agreements: await pair('agreement'), projects: await pair('project'), programmes: await pair('programme') };
}

/** One part of each record that has some, by its table and the record's id. */
export async function partsOf(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ key: string; id: string }>(`
    select 'agreement_act ' || agreement_id as key, min(id::text) as id from agreement_act group by agreement_id union all
    select 'membership_act ' || membership_id, min(id::text) from membership_act group by membership_id union all
    select 'project_act ' || project_id, min(id::text) from project_act group by project_id union all
    select 'obligation ' || coalesce(agreement_id, membership_id), min(id::text) from obligation group by coalesce(agreement_id, membership_id) union all
    select 'document_file ' || document_id, min(id::text) from document_file group by document_id union all
    select 'grant_of_right ' || person_id, min(id::text) from grant_of_right group by person_id union all
    select 'change ' || record_id, max(seq)::text from change group by record_id`);
  return new Map(rows.filter(({ key }) => key).map(({ key, id }) => [key, id]));
}
