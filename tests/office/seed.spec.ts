import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { layDown } from '#office/seed/lay-down.ts';
import { useEmptyDatabase } from '../fixtures.ts';

const today = '2026-03-01';
const nouns = ['organisation', 'membership', 'programme', 'project', 'agreement', 'milestone'] as const;

describe('laying down the office’s records', () => {
  useEmptyDatabase();

  test('puts all of them into an empty register', async () => {
    for (const noun of nouns) assert.equal(await count(sql`select from ${sql.identifier(noun)}`), 0, noun);
    await layDown(today);
    assert.equal(await count(sql`select from organisation where kind <> 'network'`), 15);
    assert.equal(await count(sql`select from organisation where kind = 'network'`), 8);
    assert.equal(await count(sql`select from membership`), 8);
    assert.equal(await count(sql`select from programme`), 3);
    assert.equal(await count(sql`select from project`), 5);
    assert.equal(await count(sql`select from agreement`), 3);
    assert.equal(await count(sql`select from milestone`), 9);
  });

  test('each is published and unverified, and names its source', async () => {
    for (const noun of nouns) {
      const doubtful = sql`select from ${sql.identifier(noun)}
        where publication <> 'published' or verification <> 'unverified' or verified_on is not null or jsonb_array_length(sources) <> 1`;
      assert.equal(await count(doubtful), 0, noun);
    }
  });

  test('each has a change of the system in the ledger for its draft and for its publication', async () => {
    assert.equal(await count(sql`select from change where actor_kind <> 'system'`), 0);
    for (const noun of nouns) {
      for (const verb of ['draft', 'publish']) {
        const silent = sql`select from ${sql.identifier(noun)} n where 1 <>
          (select count(*) from change c where c.record_id = n.id and c.noun = ${noun} and c.action = ${`${noun}.${verb}`})`;
        assert.equal(await count(silent), 0, `${noun}.${verb}`);
      }
    }
  });

  test('the City alone is the office’s own, and a member of every network', async () => {
    assert.deepEqual(await slugs(sql`select slug from organisation where is_self`), ['grad-nis']);
    const elsewhere = sql`select from membership m join organisation o on o.id = m.member_id where not o.is_self`;
    assert.equal(await count(elsewhere), 0);
    assert.equal(await count(sql`select distinct network_id from membership`), 8);
  });

  test('dates are as exact as the facts, and six of eight joinings are undated', async () => {
    const joined = await rows(sql`select m.slug, a.on ->> 'edtf' as edtf from membership_act a
      join membership m on m.id = a.membership_id where a.kind = 'joined' order by edtf nulls last, m.slug`);
    assert.equal(joined.length, 8);
    assert.deepEqual(joined.map(({ edtf }) => edtf), ['2003', '2007-05', null, null, null, null, null, null]);
    assert.deepEqual(joined.slice(0, 2).map(({ slug }) => slug), ['nis-energy-cities', 'nis-ecad']);
    assert.deepEqual(await slugs(sql`select slug from organisation where founded is not null order by slug`), ['energy-cities', 'skgo']);
    const begun = sql`select from project where planned_start is not null or planned_end is not null or actual_start is not null or actual_end is not null`;
    assert.equal(await count(begun), 0);
    assert.equal(await count(sql`select from project_act`), 0);
  });

  test('amounts carry their scope, and nothing is the City’s share', async () => {
    const held = await rows(sql`select slug, amounts from (select slug, amounts from programme union all select slug, amounts from project) r
      where jsonb_array_length(amounts) > 0 order by slug`) as unknown as { slug: string; amounts: Record<string, unknown>[] }[];
    assert.deepEqual(held.map(({ slug, amounts }) => [slug, ...amounts.map((one) => [one.amount, one.currency, one.scope, one.certainty])]), [
      ['rsedp-2', ['9000000.00', 'EUR', 'programme_total', 'stated']],
      ['usaid-sldp', ['22000000.00', 'USD', 'project_total', 'estimated']],
    ]);
  });

  test('all partners stand with their roles', async () => {
    assert.equal(await count(sql`select from programme_partner`), 8);
    assert.equal(await count(sql`select from project_partner`), 15);
    const city = await rows(sql`select p.slug, p.our_role as role from project p order by p.code`);
    assert.deepEqual(city.map(({ role }) => role), ['beneficiary', 'partner', 'partner', 'partner', 'partner']);
    assert.equal(await count(sql`select from project_partner where inferred`), 1);
  });

  test('each agreement has all its parties and is signed on a day that is not known', async () => {
    const parties = await rows(sql`select a.code, string_agg(o.slug || ' ' || p.side, ', ' order by p.position) as parties
      from agreement a join agreement_party p on p.agreement_id = a.id join organisation o on o.id = p.organisation_id
      where p.role = 'signatory' group by a.code order by a.code`);
    assert.deepEqual(parties.map((row) => [row.code, row.parties]), [
      ['NI-MOR-001', 'grad-nis us, usaid them'],
      ['NI-MOS-001', 'grad-nis us, doljevac them, merosina them, gadzin-han them'],
      ['NI-SAR-001', 'grad-nis us, urban-institute them'],
    ]);
    const acts = await rows(sql`select kind, "on", party_id from agreement_act`);
    assert.deepEqual(acts, Array.from({ length: 3 }, () => ({ kind: 'signature', on: null, party_id: null })));
    assert.equal(await count(sql`select distinct agreement_id from agreement_project`), 3);
    assert.deepEqual(await slugs(sql`select distinct o.slug from agreement_party p join organisation o on o.id = p.organisation_id where p.inferred`), ['grad-nis']);
    assert.equal(await count(sql`select from agreement_party where inferred`), 2);
  });

  test('each milestone is done, belongs to one record, and has its date only where the facts do', async () => {
    const held = await rows(sql`select slug, actual ->> 'edtf' as edtf from milestone m
      where num_nonnulls(agreement_id, membership_id, project_id, programme_id) = 1 and planned is null
        and exists (select from milestone_act a where a.milestone_id = m.id and a.kind = 'done') order by code`);
    assert.deepEqual(held.map(({ slug, edtf }) => [slug, edtf]), [
      ['m-ec-2003', '2003'], ['m-ecad-2007', '2007-05'], ['m-ire', null], ['m-b40', null], ['m-avec', null],
      ['m-mou', null], ['m-im', null], ['m-ui', null], ['m-centres', null],
    ]);
  });

  test('done again, it changes nothing', async () => {
    const before = await state();
    await layDown(today);
    assert.deepEqual(await state(), before);
  });
});

function count(query: SQL): Promise<number> {
  return reader().$count(sql`(${query}) q`);
}

async function rows(query: SQL): Promise<Record<string, unknown>[]> {
  const held = await reader().select({ row: sql<Record<string, unknown>>`to_jsonb(q)` }).from(sql`(${query}) q`);
  return held.map(({ row }) => row);
}

async function slugs(query: SQL): Promise<unknown[]> {
  return (await rows(query)).map(({ slug }) => slug);
}

/** Everything that a second laying down could touch. */
async function state(): Promise<unknown> {
  const records = await Promise.all(nouns.map((noun) => rows(sql`select id, code, version from ${sql.identifier(noun)} order by code`)));
  return [records, await rows(sql`select seq from change order by seq`), await rows(sql`select seq from revision order by seq`)];
}
