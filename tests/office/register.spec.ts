import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NetworkLine } from '#office/membership/networks.ts';
import { networksWithMemberships } from '#office/membership/networks.ts';
import { withdraw } from '#office/programme/write.ts';
import { programmeBySlug } from '#office/programme/read.ts';
import { draft, publish } from '#office/project/write.ts';
import { projectWithActs } from '#office/project/entry.ts';
import { organisationBySlug } from '#office/organisation/read.ts';
import { agreementFigures, figuresOver } from '#office/register/agreement-figures.ts';
import { and, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { sightOf, tables } from '#office/tables.ts';
import { recordsWithAmounts } from '#office/register/amounts.ts';
import { countMemberships, countProjects } from '#office/register/figures.ts';
import { countRecords } from '#office/register/read.ts';
import { inAll } from '#office/register/register.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { local } from '#messages/local-text.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, parsed } from '../verbs.ts';

const today = '2026-11-21';

describe('the agreements in figures', () => {
  const words = ['signed', 'in_force', 'terminated', 'expired', 'ready_to_sign', 'dropped', 'notice_given', 'archived'];
  const nothing = { words: [] as string[], numbers: new Map(), of: [], lists: new Map() };
  /** Each agreement as the days from which its standings hold, 0 before all of them. */
  const over = (...agreements: [number, string][][]) => figuresOver({
    field: nothing, country: nothing,
    standing: { words, numbers: new Map(), lists: new Map(), of: agreements.map((turns) => ({ from: turns.map(([from]) => from), standings: turns.map(([, state]) => words.indexOf(state)) })) },
  }, agreements.map((_, row) => row), today);

  test('it signed what it signed, whatever became of it, and not what is still on the way or was given up', () => {
    assert.equal(over([[0, 'signed']], [[0, 'terminated']], [[0, 'archived']], [[0, 'ready_to_sign']], [[0, 'dropped']]).signed, 3);
  });

  test('over the years stands what was binding at the end of each, and what has no date is counted beside it', () => {
    const { years, bindingNow, since, undated } = over(
      [[0, 'ready_to_sign'], [20200315, 'in_force']],
      [[0, 'signed'], [20210101, 'in_force'], [20230601, 'notice_given'], [20231201, 'terminated']],
      [[0, 'ready_to_sign'], [20220110, 'in_force'], [20220901, 'expired']],
      [[0, 'in_force']], [[0, 'signed']], [[0, 'ready_to_sign'], [20270101, 'in_force']],
    );
    assert.deepEqual(years, [[2020, 1], [2021, 2], [2022, 2], [2023, 1], [2024, 1], [2025, 1], [2026, 1]].map(([year, count]) => ({ year, count })));
    assert.deepEqual({ bindingNow, since, undated }, { bindingNow: 2, since: { known: 1, unknown: 1 }, undated: 2 });
  });

  test('without a single date there is nothing to draw', () => {
    assert.deepEqual(over([[0, 'signed']], [[0, 'in_force']]).years, []);
  });
});

test('it is in a network while its membership holds', () => {
  const network = (state: string | null) => ({ membership: state ? { state } : null }) as NetworkLine;
  assert.equal(countMemberships([network('active'), network('suspended'), network('withdrawal_decided'), network('ended'), network('decided'), network('unknown'), network(null)]), 3);
});

describe('over the records of the office', () => {
  useFreshDatabase();

  test('eight networks, three agreements, five projects', async () => {
    const figures = await agreementFigures(visitor, today);
    assert.deepEqual(figures, {
      signed: 3, bindingNow: 0, since: { known: 0, unknown: 0 }, undated: 3, years: [], fields: [], countries: [{ value: 'US', count: 2 }, { value: 'RS', count: 1 }],
    });
    assert.deepEqual([countMemberships(await networksWithMemberships(visitor, 'en', today)), await countProjects(visitor, today)], [8, 5]);
  });

  test('a project counts once it is seen and came to be; one that was refused, or is only an idea, does not', async () => {
    const city = (await organisationBySlug(visitor, 'grad-nis'))?.id ?? '';
    for (const [kind, counts] of [['running', 6], ['idea', 6], ['rejected', 6], ['closed', 7]] as const) {
      const entry = parsed(projectWithActs, { 'title.sr-Cyrl': [`Проба ${kind}`], 'title.en': ['Trial'], 'acts.0.kind': [kind], ourRole: ['partner'], 'partners.0.organisationId': [city], 'partners.0.role': ['partner'] });
      const before = await countProjects(visitor, today);
      const id = accepted(await draft(systemViewer, { entry }));
      assert.equal(await countProjects(visitor, today), before);
      accepted(await publish(systemViewer, { id }));
      assert.equal(await countProjects(visitor, today), counts, kind);
    }
  });

  test('each amount stands with its record and in its scope; the limit holds for each kind', async () => {
    const before = await recordsWithAmounts(visitor, 9);
    assert.deepEqual(before.map(({ noun, amounts }) => [noun, amounts.map(({ scope, amount, currency }) => `${scope} ${amount} ${currency}`)]), [
      ['programme', ['programme_total 9000000.00 EUR']], ['project', ['project_total 22000000.00 USD']],
    ]);
    assert.equal((await recordsWithAmounts(visitor, 1)).length, 2);
  });

  test('what is counted by narrow rows is what the records themselves say, to the instant of the last change', async () => {
    for (const viewer of [visitor, systemViewer]) {
      for (const one of await countRecords(viewer)) {
        const { table } = tables[one.noun];
        const rows = await reader().select({ verification: table.verification, changedAt: table.changedAt, code: table.code }).from(table)
          .where(and(sightOf(viewer, one.noun), one.noun === 'organisation' ? eq(organisation.isSelf, false) : undefined)) as { verification: string; changedAt: Date }[];
        const having = (verification: string) => rows.filter((row) => row.verification === verification).length;
        const last = rows.map(({ changedAt }) => changedAt.getTime()).toSorted((a, b) => b - a)[0];
        assert.deepEqual(one, { noun: one.noun, total: rows.length, checked: having('checked'), disputed: having('disputed'), changedAt: last === undefined ? null : new Date(last) });
      }
    }
  });

  test('a withdrawn record counts no longer, and the instant of the last change moves', async () => {
    const before = await countRecords(visitor);
    const slug = (await recordsWithAmounts(visitor, 1))[0]?.slug ?? '';
    const programme = await programmeBySlug(systemViewer, slug);
    assert.ok(programme);
    accepted(await withdraw(systemViewer, { id: programme.id, version: programme.version, reason: local({ sr: 'проба' }) } as Parameters<typeof withdraw>[1]));
    const after = await countRecords(visitor);
    assert.equal(inAll(after).total, inAll(before).total - 1);
    assert.equal((await recordsWithAmounts(visitor, 9)).some((one) => one.noun === 'programme'), false);
    assert.ok(before.every(({ total, checked, disputed }) => checked + disputed <= total));
    assert.ok(inAll(before).changedAt instanceof Date);
  });
});
