import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { networkTies } from '#office/map/network-ties.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { currentOf, inTurn, isRunning, membershipStates } from '#office/membership/membership.ts';
import { networksWithMemberships } from '#office/membership/networks.ts';
import { membershipsIn } from '#office/membership/read.ts';
import { publish } from '#office/membership/write.ts';
import { visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { drafted, grounds, publisher, today } from './membership-ground.ts';

describe('which of several memberships in one network is told', () => {
  const ground = grounds();
  useEmptyDatabase();

  test('one that runs, else one under way, else the latest joined, whatever the order', () => {
    const period = fc.record({ state: fc.constantFrom(...membershipStates), joined: fc.option(fc.integer({ min: 1980, max: 2025 }).map((year) => parseFuzzyDate(`${year}`)), { nil: null }), code: fc.uuid() });
    fc.assert(fc.property(fc.array(period, { minLength: 1, maxLength: 6 }), (held) => {
      const told = currentOf(held)!;
      assert.equal(currentOf(held.toReversed()), told);
      assert.deepEqual(new Set(inTurn(held)), new Set(held));
      if (held.some(({ state }) => isRunning(state))) assert.ok(isRunning(told.state));
      else if (held.some(({ state }) => state !== 'ended')) assert.notEqual(told.state, 'ended');
      for (const other of held.filter(({ state }) => state === told.state)) assert.ok((other.joined?.earliest ?? '') <= (told.joined?.earliest ?? ''));
    }));
    assert.equal(currentOf([]), null);
  });

  test('after a return the second period is told by list, page and map, and the first stands under it', async () => {
    const { network, city } = await ground('avec');
    const held = { networkId: [network], memberId: [city], 'sources.0.title.sr-Cyrl': ['Записник'] };
    const entered = async (acts: readonly [string, string][]) => {
      const id = await drafted({ ...held, ...Object.fromEntries(acts.flatMap(([kind, year], place) => [[`acts.${place}.kind`, [kind]], [`acts.${place}.on.year`, [year]]])) });
      assert.ok((await publish(publisher, { id })).done);
      return id;
    };
    const first = await entered([['joined', '1998'], ['ended', '2004']]);
    const ended = await entered([['joined', '2005'], ['ended', '2009']]);
    const told = async () => [
      (await networksWithMemberships(visitor, 'sr-Cyrl', today)).find(({ id }) => id === network)?.membership?.id, ...(await membershipsIn(visitor, network, today)).map(({ id }) => id),
    ];
    assert.deepEqual(await told(), [ended, ended, first]);
    const now = await entered([['joined', '2015']]);
    assert.deepEqual(await told(), [now, now, ended, first]);
    const seat = (await networkTies(visitor, today)).find(({ what, records: [record] }) => what === 'seat' && record?.slug === 'avec');
    assert.deepEqual(seat?.held, { from: parseFuzzyDate('2015'), to: null, open: true });
  });
});
