import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** How many agreements one change lays down, so that no statement holds a register in its hands. */
const batch = 1_000;

/**
 * Lays down published agreements that nobody signed, numbers `from` to `to`, with an organisation for every twenty of
 * them: as the app's role, inside changes, so that the ledger, the triggers of search and the notice to the site are what
 * they are for any change. What the gate itself derives, the caller derives afterwards.
 */
export async function layDownAgreements(databaseUrl: string, from: number, to: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, options: '-c role=povelja_app' });
  await client.connect();
  try {
    for (let first = from; first <= to; first += batch) await layDownSome(client, first, Math.min(to, first + batch - 1));
  } finally {
    await client.end();
  }
}

async function layDownSome(client: Client, first: number, last: number): Promise<void> {
  await client.query('begin');
  const { rows: [entered] } = await client.query<{ seq: string }>(
    "insert into change (actor_kind, action, noun, record_id, reason) values ('system', 'agreement.draft', 'agreement', $1, 'bench') returning seq", [randomUUID()]);
  await client.query("select set_config('povelja.change', $1, true)", [entered?.seq]);
  for (const statement of [organisations, agreements, parties, acts]) await client.query(statement, [first, last]);
  await client.query('commit');
}

/** Ids that a number gives: `a…` of agreements, `0…` of organisations, `b…` of parties. */
const id = (kind: string, number: string) => `('${kind}0000000-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const text = (serbian: string, english: string) => `jsonb_build_object('origin', 'sr-Cyrl', 'sr-Cyrl', jsonb_build_object('text', ${serbian}, 'state', 'checked'), 'en', jsonb_build_object('text', ${english}, 'state', 'checked'))`;
const one = (words: string, number: string) => `(array[${words}])[1 + (${number}) % array_length(array[${words}], 1)]`;

const towns = "'Лесковац', 'Врање', 'Пирот', 'Софија', 'Скопље', 'Солун', 'Краљево', 'Бања Лука', 'Ђер', 'Њири', 'Љубљана', 'Шумен', 'Ћуприја', 'Жабљак', 'Марибор', 'Темишвар', 'Берлин'";
const themes = "'сарадњи у привреди', 'заштити ваздуха', 'размени ученика', 'уређењу реке Нишаве', 'енергетској ефикасности', 'култури и уметности', 'туризму', 'међуопштинском партнерству'";

const organisations = `insert into organisation (id, code, slug, publication, name, kind, country)
  select ${id('0', 'n')}, 'NI-BEN-' || n, 'bench-' || n, 'published', ${text(`${one(towns, 'n')} || ' ' || n`, "'Town ' || n")}, 'local_government',
    ${one("'RS', 'BG', 'MK', 'GR', 'DE', 'FR', 'IT', 'US', 'SE', 'TR', 'AT', 'HU', 'RO', 'ES', 'SI', 'HR', 'BA', 'ME'", 'n * 7')}
  from generate_series(($1::int + 19) / 20, ($2::int + 19) / 20) n on conflict do nothing`;

const agreements = `insert into agreement (id, code, slug, publication, published_at, verification, changed_at, title, summary, type, procedure, fields, in_force_rule, term_months, renewal, renewal_months, notice_months)
  select ${id('a', 'n')}, 'NI-BEN-' || n, 'bench-agreement-' || n, 'published', now(), ${one("'unverified', 'checked', 'unverified', 'disputed'", 'n / 3')}, now() - n * interval '7 minutes',
    ${text(`'Споразум о ' || ${one(themes, 'n')} || ' са градом ' || ${one(towns, '(n + 19) / 20')} || ', број ' || n`, "'Agreement number ' || n || ' on cooperation'")},
    ${text(`'Стране ће сарађивати у области која је наведена у називу и једном годишње известити једна другу. Ознака ' || md5(n::text) || '.'`, "'The parties cooperate and report once a year.'")},
    ${one("'cooperation_agreement', 'memorandum_of_understanding', 'protocol_on_cooperation', 'twinning_charter', 'friendship_agreement', 'letter_of_intent', 'grant_contract', 'declaration', 'annex'", 'n * 5')},
    ${one("'foreign_city', 'donor', 'domestic_intermunicipal', 'network', 'other'", 'n')},
    (array['economy', 'tourism', 'utilities', 'art_and_culture', 'youth', 'citizen_participation', 'sustainable_development', 'social_inclusion'])[1 + n % 8 : 1 + n % 8 + n % 3],
    'on_signature', 12 * (1 + n % 20), ${one("'none', 'tacit', 'express'", 'n')}, 12, 3
  from generate_series($1::int, $2::int) n`;

const parties = `insert into agreement_party (id, agreement_id, organisation_id, role, side, position)
  select gen_random_uuid(), ${id('a', 'n')}, (select id from organisation where is_self limit 1), 'signatory', 'us', 0 from generate_series($1::int, $2::int) n
  union all select gen_random_uuid(), ${id('a', 'n')}, ${id('0', '(n + 19) / 20')}, 'signatory', 'them', 1 from generate_series($1::int, $2::int) n
  union all select gen_random_uuid(), ${id('a', 'n')}, ${id('0', '1 + (n * 13) % ((n + 19) / 20)')}, 'witness', 'them', 2 from generate_series($1::int, $2::int) n where n % 4 = 0`;

/** Nine of ten are signed on a day that is known, one of twenty has ended; the rest on a day that nobody knows. */
const acts = `insert into agreement_act (id, agreement_id, kind, "on", position)
  select gen_random_uuid(), ${id('a', 'n')}, 'signature', case when n % 10 > 0 then jsonb_build_object('edtf', d::text, 'earliest', d::text, 'latest', d::text) end, 0
    from generate_series($1::int, $2::int) n, lateral (select date '1996-01-01' + (n * 37) % 11200 as d) as day
  union all select gen_random_uuid(), ${id('a', 'n')}, 'termination', jsonb_build_object('edtf', '2025', 'earliest', '2025-01-01', 'latest', '2025-12-31'), 1
    from generate_series($1::int, $2::int) n where n % 20 = 3`;
