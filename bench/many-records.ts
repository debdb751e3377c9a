import { Client } from 'pg';

/** How many records one statement lays down. */
const batch = 5_000;
/** How many are derived at once. */
const lot = 1_000;
const registers = ['organisation', 'programme', 'project', 'membership', 'agreement', 'milestone', 'document'] as const;

/** How many agreements, with how many revisions each, and how many records of each other register, with one or two. */
export type Many = { readonly agreements: number; readonly revisions: number; readonly others: number };

/**
 * Lays down so many records in the seven registers, about ten of them for every three with their parts, and their revisions, as the
 * owner of the cluster with triggers asleep: what triggers keep is derived afterwards by the same functions, lot by lot. Seals are made up, so that no job is busy with a million of them. What the gate derives
 * of agreements, the caller derives.
 */
export async function layDownRecords(databaseUrl: string, many: Many, say: (line: string) => void): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = \'512MB\'');
    await laidApart(client, async () => {
      for (const [name, statement] of Object.entries(statementsOf(many))) {
        const last = ofAgreements.has(name) ? many.agreements : many.others;
        for (let first = 1; first <= last; first += batch) await client.query(statement, [first, Math.min(last, first + batch - 1)]);
        say(`${name} laid down`);
      }
      // Without its figures Postgres would look for the parts of each record in whole tables.
      await client.query('analyze');
      for (const noun of registers) {
        const last = noun === 'agreement' ? many.agreements : many.others;
        for (let first = 1; first <= last; first += lot) await derive(client, noun, first, Math.min(last, first + lot - 1));
        say(`what is derived of ${noun}`);
      }
    });
    await client.query('reset session_replication_role');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** The words of search are laid down without their indexes, which are built once at the end: a tenth of the time. */
async function laidApart(client: Client, lay: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string }>("select indexname as name, indexdef as made from pg_indexes where tablename = 'search_entry' and indexdef like '%USING gin%'");
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await lay();
  for (const { made } of rows) await client.query(made);
}

async function derive(client: Client, noun: (typeof registers)[number], first: number, last: number): Promise<void> {
  const ids = `(select array_agg(${idOf(noun, 'n')}) from generate_series(${first}, ${last}) n)`;
  if (noun !== 'agreement') await client.query(`select povelja_narrow('${noun}', ${ids})`);
  if (noun !== 'membership') await client.query(`select povelja_index('${noun}', ${ids})`);
  const kinds = ['agreement', 'membership', 'project', 'milestone'];
  if (kinds.includes(noun)) await client.query(`select povelja_chronicle_refresh(${kinds.map((kind) => (kind === noun ? ids : 'null')).join(', ')})`);
}

const letters: Record<(typeof registers)[number], string> = { organisation: '1', programme: '2', project: '3', membership: '4', agreement: '5', milestone: '6', document: '7' };
/** As the office numbers them. */
const prefixes: Record<(typeof registers)[number], string> = { organisation: 'NI-ORG', programme: 'NI-PRG', project: 'NI-PRO', membership: 'NI-CLA', agreement: 'NI-SPO', milestone: 'NI-PRK', document: 'NI-DOK' };
const idOf = (noun: (typeof registers)[number], number: string) => `('${letters[noun]}eeeeeee-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const one = (words: string, number: string) => `(array[${words}])[1 + (${number}) % array_length(array[${words}], 1)]`;
const text = (serbian: string, english: string) => `jsonb_build_object('origin', 'sr-Cyrl', 'sr-Cyrl', jsonb_build_object('text', ${serbian}, 'state', 'checked')) || case when n % 5 = 0 then '{}' else jsonb_build_object('en', jsonb_build_object('text', ${english}, 'state', ${one("'checked', 'draft', 'outdated'", 'n')})) end`;
const dayOf = (number: string) => `(select jsonb_build_object('edtf', d::text, 'earliest', d::text, 'latest', d::text) from (select date '1996-01-01' + (${number}) % 14600 as d) as day)`;

const towns = "'Лесковац', 'Врање', 'Пирот', 'Софија', 'Скопље', 'Солун', 'Краљево', 'Бања Лука', 'Ђер', 'Њири', 'Љубљана', 'Шумен', 'Ћуприја', 'Жабљак', 'Марибор', 'Темишвар', 'Берлин'";
const themes = "'сарадњи у привреди', 'заштити ваздуха', 'размени ученика', 'уређењу реке Нишаве', 'енергетској ефикасности', 'култури и уметности', 'туризму', 'међуопштинском партнерству'";
const english = "'business', 'clean air', 'exchange of pupils', 'the river Nišava', 'energy efficiency', 'culture and art', 'tourism', 'partnership'";
const named = (what: string, called: string) => text(`'${what} о ' || ${one(themes, 'n * 3')} || ', ' || ${one(towns, 'n * 7')} || ' ' || n`, `'${called} on ' || ${one(english, 'n * 3')} || ' ' || n`);

const common = "id, code, slug, publication, published_at, verification, changed_at, created_at, created_by";
const commonOf = (noun: (typeof registers)[number]) => `${idOf(noun, 'n')}, '${prefixes[noun]}-' || (1000 + n), 'bench-${noun}-' || n,
  case n % 50 when 1 then 'in_review' when 2 then 'returned' else case when n % 10 = 0 then 'draft' else 'published' end end, now(),
  ${one("'unverified', 'checked', 'unverified', 'disputed'", 'n / 3')}, now() - n * interval '7 minutes', now() - n * interval '8 minutes', ${somebody('n', 3)}`;
function somebody(number: string, of: number): string {
  return `(case when (${number}) % ${of} = 0 then (select id from person order by created_at limit 1) end)`;
}
const series = 'from generate_series($1::int, $2::int) n';
const act = (table: string, noun: (typeof registers)[number], kind: string, on: string, position: number, where: string) =>
  `select gen_random_uuid(), ${idOf(noun, 'n')}, ${kind}, ${on}, ${position} ${series} where ${where}`;

const ofAgreements = new Set(['agreements', 'parties', 'acts of agreements', 'changes of agreement']);

const statementsOf = (many: Many): Record<string, string> => ({
  organisations: `insert into organisation (${common}, name, kind, country, level, website) select ${commonOf('organisation')},
    ${text(`${one(towns, 'n * 3')} || ' ' || ${one(themes, 'n')} || ' ' || n`, `'Town ' || ${one(english, 'n')} || ' ' || n`)},
    case when n % 50 = 0 then 'network' else ${one("'local_government', 'company', 'university', 'donor_agency', 'ngo'", 'n')} end,
    ${one("'RS', 'BG', 'MK', 'GR', 'DE', 'FR', 'IT', 'US', 'SE', 'TR', 'AT', 'HU', 'RO', 'ES', 'SI', 'HR', 'BA', 'ME'", 'n * 7')},
    case when n % 50 = 0 then 'international' end, 'https://town-' || n || '.example' ${series}`,
  programmes: `insert into programme (${common}, name, period_from, period_to, funder_id) select ${commonOf('programme')}, ${named('Програм', 'Programme')},
    ${dayOf('n * 31')}, ${dayOf('n * 31 + 2000')}, ${idOf('organisation', '1 + n % 500')} ${series}`,
  projects: `insert into project (${common}, title, summary, our_role, planned_start, planned_end, programme_id, owner_id) select ${commonOf('project')}, ${named('Пројекат', 'Project')},
    ${text("'Зборник мера ' || n", "'Measures ' || n")}, ${one("'lead', 'partner', 'associate'", 'n')}, ${dayOf('n * 17')}, ${dayOf('n * 17 + 900')}, ${idOf('programme', '1 + n % 2000')}, ${somebody('n', 4)} ${series}`,
  'acts of projects': `insert into project_act (id, project_id, kind, "on", position)
    ${act('project_act', 'project', "'idea'", dayOf('n * 17'), 0, 'n % 3 > 0')} union all ${act('project_act', 'project', "'approved'", dayOf('n * 17 + 300'), 1, 'n % 2 = 0')}
    union all ${act('project_act', 'project', "'running'", dayOf('n * 17 + 400'), 2, 'n % 4 = 0')} union all ${act('project_act', 'project', "'closed'", dayOf('n * 17 + 1500'), 3, 'n % 8 = 0')}`,
  partners: `insert into project_partner (id, project_id, organisation_id, role, position)
    select gen_random_uuid(), ${idOf('project', 'n')}, ${idOf('organisation', '1 + (n * 13) % 5000')}, 'partner', 0 ${series}`,
  memberships: `insert into membership (${common}, network_id, member_id, owner_id) select ${commonOf('membership')}, ${idOf('organisation', '50 * (1 + n % 200)')},
    case when n % 3 = 0 then (select id from organisation where is_self limit 1) else ${idOf('organisation', 'n')} end, ${somebody('n', 4)} ${series}`,
  'acts of memberships': `insert into membership_act (id, membership_id, kind, "on", position)
    ${act('membership_act', 'membership', "'decided'", dayOf('n * 11'), 0, 'n % 3 > 0')} union all ${act('membership_act', 'membership', "'joined'", dayOf('n * 11 + 200'), 1, 'n % 4 > 0')}
    union all ${act('membership_act', 'membership', "'suspended'", dayOf('n * 11 + 2000'), 2, 'n % 20 = 3')} union all ${act('membership_act', 'membership', "'ended'", dayOf('n * 11 + 3000'), 3, 'n % 10 = 1')}`,
  agreements: `insert into agreement (${common}, title, summary, type, procedure, fields, in_force_rule, term_months, renewal, renewal_months, notice_months, owner_id) select ${commonOf('agreement')},
    ${named('Споразум', 'Agreement')}, ${text("'Стране сарађују. Ознака ' || n", "'The parties cooperate. ' || n")},
    ${one("'cooperation_agreement', 'memorandum_of_understanding', 'protocol_on_cooperation', 'twinning_charter', 'friendship_agreement', 'letter_of_intent', 'annex'", 'n * 5')},
    ${one("'foreign_city', 'donor', 'domestic_intermunicipal', 'network', 'other'", 'n')}, array[${one("'economy', 'tourism', 'utilities', 'youth'", 'n')}],
    'on_signature', 12 * (1 + n % 20), ${one("'none', 'tacit', 'express'", 'n')}, 12, 3, ${somebody('n', 4)} ${series}`,
  parties: `insert into agreement_party (id, agreement_id, organisation_id, role, side, position)
    select gen_random_uuid(), ${idOf('agreement', 'n')}, (select id from organisation where is_self limit 1), 'signatory', 'us', 0 ${series}
    union all select gen_random_uuid(), ${idOf('agreement', 'n')}, ${idOf('organisation', '1 + (n * 13) % 5000')}, 'signatory', 'them', 1 ${series}`,
  'acts of agreements': `insert into agreement_act (id, agreement_id, kind, "on", position)
    ${act('agreement_act', 'agreement', "'signature'", `(case when n % 10 > 0 then ${dayOf('n * 37 % 11200')} end)`, 0, 'true')}
    union all ${act('agreement_act', 'agreement', "'termination'", dayOf('10900'), 1, 'n % 20 = 3')}`,
  milestones: `insert into milestone (${common}, title, kind, planned, actual, progress, agreement_id, project_id, owner_id) select ${commonOf('milestone')}, ${named('Рок', 'Date')},
    ${one("'project_event', 'report_due', 'fee_due', 'visit', 'anniversary', 'result_reached', 'call_deadline'", 'n')}, ${dayOf('n * 7')},
    case when n % 3 = 0 and (n * 7) % 14600 < 11200 then ${dayOf('n * 7')} end, (n % 4) * 25 % 100,
    case when n % 2 = 0 then ${idOf('agreement', 'n')} end, case when n % 2 = 1 then ${idOf('project', 'n')} end, ${somebody('n', 4)} ${series}`,
  'acts of milestones': `insert into milestone_act (id, milestone_id, kind, "on", position)
    ${act('milestone_act', 'milestone', "'done'", dayOf('n * 7'), 1, '(n * 7) % 14600 < 11200 and n % 25 > 0')}
    union all ${act('milestone_act', 'milestone', "'started'", 'null::jsonb', 0, 'n % 9 = 0')} union all ${act('milestone_act', 'milestone', "'postponed'", 'null::jsonb', 0, 'n % 31 = 0')}
    union all ${act('milestone_act', 'milestone', "'cancelled'", 'null::jsonb', 2, 'n % 75 = 1')}`,
  documents: `insert into document (${common}, title, kind, stage, dated, language, visibility, absent_reason) select ${commonOf('document')}, ${named('Одлука', 'Decision')},
    ${one("'agreement', 'decision', 'report', 'letter'", 'n')}, ${one("'draft', 'final', 'signed'", 'n')}, ${dayOf('n * 23')}, ${one("'sr', 'en', 'bg'", 'n')},
    ${one("'public', 'internal', 'public', 'confidential'", 'n')}, case when n % 3 > 0 then ${text("'Није сачувано.'", "'Not kept.'")} end ${series}`,
  'links of documents': `insert into document_link (id, document_id, noun, record_id, position) select gen_random_uuid(), ${idOf('document', 'n')}, 'agreement', ${idOf('agreement', 'n')}, 0 ${series}`,
  ...Object.fromEntries(registers.map((noun) => [`changes of ${noun}`, `
    with entered as (insert into change (at, actor_kind, actor_id, action, noun, record_id, mac) select now() - n * interval '11 minutes' + again * interval '3 minutes', 'person',
        (select id from person order by created_at limit 1), '${noun}.' || case again when 0 then 'draft' else 'revise' end, '${noun}', ${idOf(noun, 'n')}, sha256(n::text::bytea)
      ${series} cross join generate_series(0, ${noun === 'agreement' && many.revisions > 1 ? `${many.revisions} - 1` : 'case when n % 7 < 3 then 1 else 0 end'}) again order by n desc returning seq, record_id, action)
    insert into revision (change_seq, table_name, row_id, before, after)
    select e.seq, '${noun}', e.record_id, case when e.action = '${noun}.revise' then to_jsonb(r) || '{"website": null, "version": 0}' end, to_jsonb(r) from entered e join ${noun} r on r.id = e.record_id`])),
});
