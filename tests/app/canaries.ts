import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { letIntoColumns } from './canary-columns.ts';

/** In every canary, in any case and behind any folding; what follows says where it was put. */
export const song = /kanarinac[^<"&\s]{0,60}/gi;

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Row = { [name: string]: Json };

/** The tables of the nouns, with the parts that a record brings along by the column that names it. */
const nouns: Record<string, readonly (readonly [table: string, owner: string])[]> = {
  organisation: [['organisation_name', 'organisation_id']],
  agreement: [['agreement_party', 'agreement_id'], ['agreement_act', 'agreement_id'], ['agreement_project', 'agreement_id'], ['agreement_network', 'agreement_id']],
  project: [['project_partner', 'project_id'], ['project_act', 'project_id'], ['agreement_project', 'project_id']],
  programme: [['programme_partner', 'programme_id']],
  membership: [['membership_act', 'membership_id']],
  milestone: [['milestone_act', 'milestone_id']],
};
/** Where an empty column gets a text of its own. */
const texts = ['title', 'name', 'summary', 'description', 'note', 'acronym', 'place', 'scope', 'benefit', 'legal_form', 'signed_at', 'purpose', 'eligible', 'funder_note', 'objective', 'legal_basis', 'ended_reason', 'joined_event', 'withdrawn_reason', 'signatory_office', 'body'];
/** What a withdrawn record's own address says of it in public (the notice of withdrawal). */
const told = ['title', 'name', 'withdrawn_reason', 'code'];

/**
 * Puts a canary into everything private of a register with published records: a draft and a withdrawn copy of each kind of
 * record with all its parts, hidden records named by public ones, what is kept of people, contacts and papers.
 * Answers the slugs of what is hidden, by noun. The ledger is passed over.
 */
export async function letCanariesIn(client: Client): Promise<{ hidden: Record<string, string[]>; control: string }> {
  await client.query('set session_replication_role = replica');
  const hidden: Record<string, string[]> = {};
  const ids: Record<string, string> = {};
  for (const [noun, parts] of Object.entries(nouns)) {
    for (const publication of ['draft', 'withdrawn', 'in_review', 'scheduled']) {
      const { id, slug } = await hide(client, noun, parts, publication);
      (hidden[noun] ??= []).push(slug);
      ids[noun] ??= id;
    }
  }
  await nameTheHidden(client, ids);
  await hidePeople(client);
  await hidePapers(client, ids);
  await letIntoColumns(client);
  const { rows: [control] } = await client.query<{ slug: string }>(`update organisation set description = jsonb_set(description, '{sr-Cyrl,text}', '"kanarinac pušten"')
    where slug = (select slug from organisation where publication = 'published' and not is_self and kind <> 'network' order by code limit 1) returning slug`);
  await lookAnew(client);
  return { hidden, control: control?.slug ?? '' };
}

/** The triggers were asleep; what they derive is derived from what stands there now. */
async function lookAnew(client: Client): Promise<void> {
  await client.query('set session_replication_role = origin');
  await client.query(`comment on table search_entry is 'derived before the canaries came'`);
  await client.query('select povelja_index_all()');
}

async function hide(client: Client, noun: string, parts: (typeof nouns)[string], publication: string): Promise<{ id: string; slug: string }> {
  const shown = noun === 'organisation' ? `and not is_self and kind <> 'network'` : '';
  const { rows: [found] } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from ${noun} t where publication = 'published' ${shown} order by code limit 1`);
  const from = found?.row ?? {};
  const id = randomUUID();
  const slug = `skriven-${noun}-${publication.replace('_', '-')}`;
  const copy = poisoned({ ...from, is_self: false }, `${noun}-${publication}`, publication === 'withdrawn' ? told : []);
  await insert(client, noun, { ...copy, id, slug, code: `SKR-${noun}-${publication}`, publication, withdrawn_at: publication === 'withdrawn' ? '2026-01-01' : null });
  for (const [table, owner] of parts) {
    const { rows } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from ${table} t where ${owner} = $1`, [from.id]);
    for (const { row } of rows) await insert(client, table, { ...poisoned(row, `${table}-of-${publication}`, []), id: randomUUID(), [owner]: id, party_id: null });
  }
  return { id, slug };
}

/** Public records that name hidden ones: the public sees that the record is there, and nothing of what it names. */
async function nameTheHidden(client: Client, ids: Record<string, string>): Promise<void> {
  const first = (table: string) => `select id from ${table} order by id limit 1`;
  await client.query(`update agreement_party set organisation_id = $1 where id = (select p.id from agreement_party p join agreement a on a.id = p.agreement_id where a.publication = 'published' and p.side = 'them' order by p.id limit 1)`, [ids.organisation]);
  await client.query(`update project_partner set organisation_id = $1 where id = (select p.id from project_partner p join project a on a.id = p.project_id where a.publication = 'published' order by p.id limit 1)`, [ids.organisation]);
  await client.query(`update programme set funder_id = $1, managing_authority_id = $1 where id = (${first('programme')})`, [ids.organisation]);
  await client.query(`update organisation set parent_id = $1, successor_of_id = $1 where publication = 'published' and not is_self`, [ids.organisation]);
  await client.query(`update project set programme_id = $1 where id = (${first('project')})`, [ids.programme]);
  await client.query(`insert into agreement_link (id, agreement_id, kind, other_id) select gen_random_uuid(), id, 'based_on', $1::uuid from agreement where publication = 'published'`, [ids.agreement]);
  await client.query(`insert into agreement_project (id, agreement_id, project_id) select gen_random_uuid(), id, $1::uuid from agreement where publication = 'published'`, [ids.project]);
  await client.query(`insert into obligation (id, agreement_id, text, organisation_id) select gen_random_uuid(), id, '{"origin":"sr-Cyrl","sr-Cyrl":{"text":"обавеза","state":"checked"}}', $1::uuid from agreement where publication = 'published'`, [ids.organisation]);
  await client.query(`update milestone set is_public = false, title = $1 where id = (select id from milestone where publication = 'published' order by code limit 1)`, [local('milestone-not-public')]);
  await client.query(`update milestone set title = $1, agreement_id = null, project_id = null, membership_id = null, programme_id = $2 where id = (select id from milestone where publication = 'published' order by code desc limit 1)`, [local('milestone-of-a-draft'), ids.programme]);
  await client.query(`insert into slug_history (id, noun, slug, record_id) values (gen_random_uuid(), 'organisation', 'skriven-nekad', $1)`, [ids.organisation]);
}

async function hidePeople(client: Client): Promise<void> {
  await client.query(`update personal set value = 'kanarinac-' || field || '@ptica.example' where owner_id in (select id from person)`);
  for (const table of [...Object.keys(nouns), 'document']) await client.query(`update ${table} set created_by = (select id from person limit 1), verified_by = (select id from person limit 1)`);
  await client.query(`update agreement set owner_id = (select id from person limit 1), deputy_id = (select id from person limit 1), retention_category = 'kanarinac-retention', embargo_until = '2030-01-01'`);
  await client.query('update milestone set owner_id = (select id from person limit 1)');
  await client.query(`update credential set password_hash = 'kanarinac-hash'`);
  await client.query(`insert into session (id, person_id, agent, address) select 'kanarinac-session', id, 'kanarinac-agent', 'kanarinac-address' from person`);
  await client.query(`insert into one_time_link (id, purpose, expires_at) values ('kanarinac-link', 'invitation', now() + interval '1 hour')`);
  await client.query(`insert into sign_in_attempt (account, address) values ('kanarinac-account', 'kanarinac-from')`);
  await client.query(`insert into security_event (kind, detail) values ('kanarinac-event', '{"kanarinac-detail": 1}')`);
  await client.query(`update change set reason = 'kanarinac-reason'`);
  await client.query(`insert into contact (id, organisation_id, office, legal_basis, is_public) select gen_random_uuid(), id, $1, 'kanarinac-basis', false from organisation`, [local('contact-office')]);
  for (const field of ['name', 'contactEmail', 'phone']) await client.query(`insert into personal (owner_id, field, value) select id, $1::text, 'kanarinac-contact-' || $1::text from contact`, [field]);
}

/** Papers behind every published record, none of them for the public. */
async function hidePapers(client: Client, ids: Record<string, string>): Promise<void> {
  for (const [place, [visibility, publication]] of [['internal', 'published'], ['confidential', 'published'], ['public', 'draft'], ['public', 'withdrawn']].entries()) {
    const id = randomUUID();
    await insert(client, 'document', {
      id, code: `SKR-document-${place}`, slug: `skriven-document-${place}`, publication: publication ?? '', visibility: visibility ?? '', title: local(`document-${visibility}-${publication}`),
      absent_reason: local('absent'), withheld_reason: null, archive_book_no: 'kanarinac-archive', retention_category: 'kanarinac-kept',
    });
    await hideFile(client, id, `${place}`, 'original_signed');
    for (const noun of Object.keys(ids)) {
      await client.query(`insert into document_link (id, document_id, noun, record_id) select gen_random_uuid(), $1::uuid, $2::text, id from ${noun} where publication = 'published'`, [id, noun]);
    }
  }
}

/** A file that only staff may have: its name, its hash and its bytes are canaries. */
async function hideFile(client: Client, documentId: string, where: string, role: string): Promise<void> {
  const [id, key] = [randomUUID(), randomUUID()];
  await client.query(`insert into file_chunk (store_key, place, bytes) values ($1, 0, $2)`, [key, Buffer.from('kanarinac-bytes')]);
  await insert(client, 'document_file', { id, document_id: documentId, role, name: `kanarinac-file-${where}.pdf`, mime: 'application/pdf', size: 15, sha256: `kanarinac-sha256-${where}`, store_key: key, position: 0, version: 1, uploaded_at: '2026-01-01' });
}

async function insert(client: Client, table: string, row: Row): Promise<void> {
  const { rows } = await client.query<{ column_name: string }>(`select column_name from information_schema.columns where table_schema = 'public' and table_name = $1`, [table]);
  const known = rows.map(({ column_name }) => column_name).filter((name) => name in row);
  const columns = known.map((name) => `"${name}"`).join(', ');
  await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`, [JSON.stringify(row)]);
}

function local(where: string): Row {
  const text = `kanarinac-${where}`;
  return { origin: 'sr-Cyrl', 'sr-Cyrl': { text, state: 'checked' }, en: { text, state: 'checked' } };
}

/** Every text of a row a canary, the words that the rules read apart (kinds, states, dates, codes). */
function poisoned(row: Row, where: string, spared: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).map(([name, held]) => {
    if (spared.includes(name)) return [name, typeof held === 'object' && held !== null ? { origin: 'sr-Cyrl', 'sr-Cyrl': { text: 'Повучено', state: 'checked' } } : held];
    if (texts.includes(name)) return [name, local(`${where}-${name}`)];
    if (name === 'sources') return [name, [{ title: local(`${where}-source`), url: `https://kanarinac.example/${where}`, retrievedOn: null, quote: `kanarinac-${where}-quote` }]];
    if (['english_waived', 'registry_no', 'classification_no', 'website', 'number', 'session', 'gazette', 'signatory', 'cci'].includes(name)) return [name, `kanarinac-${where}-${name}`];
    return [name, sung(held, `${where}-${name}`)];
  }));
}

function sung(held: Json, where: string): Json {
  if (Array.isArray(held)) return held.map((one) => sung(one, where));
  if (typeof held !== 'object' || held === null) return held;
  return Object.fromEntries(Object.entries(held).map(([name, one]) => [name, name === 'text' ? `kanarinac-${where}` : sung(one, where)]));
}
