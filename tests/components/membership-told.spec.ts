import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createElement } from 'react';
import { organisationData } from '#components/linked-data/organisation.ts';
import { local } from '#messages/local-text.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { membershipStates, stateOn, type MembershipState } from '#office/membership/membership.ts';
import { networksWithMemberships, type NetworkLine } from '#office/membership/networks.ts';
import { membershipById } from '#office/membership/read.ts';
import { organisationBySlug } from '#office/organisation/read.ts';
import { visitor } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { draw } from './drawing.ts';

const { NetworkCard } = await import('#components/membership/network-card.tsx');
const { MembershipYears } = await import('#components/membership/membership-years.tsx');
const { MembershipSheet } = await import('#components/membership/membership-sheet.tsx');
const { Duties } = await import('#components/membership/duties.tsx');
const { MembershipAnswer } = await import('#components/membership/answer.tsx');
const { Ties } = await import('#components/organisation/ties.tsx');

const today = '2026-03-01';
type Line = NonNullable<NetworkLine['membership']>;
const notRunning: readonly MembershipState[] = ['unknown', 'considered', 'decided', 'applied', 'ended'];
const shown = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
/** Words and marks that claim a membership of today. */
const claims = /члан од|члан је|y-mem/i;

describe('what is told of a membership in each of its states', () => {
  useFreshDatabase();

  async function network(): Promise<{ line: NetworkLine; membership: Line }> {
    const line = (await networksWithMemberships(visitor, 'sr-Cyrl', today)).find(({ slug }) => slug === 'ecad');
    assert.ok(line?.membership);
    return { line, membership: line.membership };
  }

  /** The same as if its acts said this; it has joined where the state says so. */
  function inState(membership: Line, state: MembershipState, left: string | null = '2010'): Line {
    const [act] = membership.acts;
    assert.ok(act);
    const joined = notRunning.includes(state) && state !== 'ended' ? null : membership.joined;
    return { ...membership, state, joined, acts: state === 'ended' ? [...membership.acts, { ...act, id: 'left', kind: 'ended', on: left === null ? null : parseFuzzyDate(left) }] : joined ? membership.acts : [] };
  }

  test('only one that runs is told as membership: by the card, beside a partner, in what machines read', async () => {
    const { line, membership } = await network();
    const organisation = await organisationBySlug(visitor, 'ecad');
    assert.ok(organisation);
    for (const state of membershipStates) {
      const one = inState(membership, state);
      const card = shown(draw(createElement(NetworkCard, { network: { ...line, membership: one }, form: 'sr-Cyrl' })));
      const ties = { slug: 'x', agreements: { lines: [], total: 0 }, projects: { lines: [], total: 0 }, milestones: { lines: [], total: 0 }, programmes: [], memberships: [one] };
      const beside = shown(draw(createElement(Ties, { ties, form: 'sr-Cyrl', today })));
      const place = { form: 'sr-Cyrl', origin: 'https://povelja.example', path: '/networks/ecad', title: 'ECAD', description: '' } as const;
      const machines: string = JSON.stringify(organisationData(place, organisation, [one]));
      const runs = !notRunning.includes(state);
      assert.deepEqual([claims.test(card), claims.test(beside), machines.includes('OrganizationRole')], [runs, runs, runs], `${state}: ${card} ${beside}`);
    }
    assert.match(shown(draw(createElement(NetworkCard, { network: { ...line, membership: inState(membership, 'ended') }, form: 'sr-Cyrl' }))), /члан до 2010/);
  });

  test('the years draw what was, and no more of it than is known', async () => {
    const { line, membership } = await network();
    const years = (state: MembershipState, left?: string | null) => draw(createElement(MembershipYears, { networks: [{ ...line, membership: inState(membership, state, left) }], form: 'sr-Cyrl', today }));
    for (const state of membershipStates) assert.equal(years(state) !== '', !notRunning.includes(state) || state === 'ended', state);
    assert.match(years('active'), /y-mem/);
    assert.match(shown(years('active')), /Ниш је члан од маја 2007\./);
    assert.match(years('ended'), /y-mem/);
    for (const unknown of [null, '2010/..']) {
      assert.doesNotMatch(years('ended', unknown), claims, String(unknown));
      assert.match(shown(years('ended', unknown)), /Ниш је приступио маја 2007\..*Чланство је престало/);
    }
  });

  test('the answer says since when it is so, as far as that is known', async () => {
    const record = await membershipById(visitor, (await network()).membership.id);
    const [act] = record!.acts;
    const answer = (state: MembershipState, on: string | null) => shown(draw(createElement(MembershipAnswer, {
      membership: { ...record!, acts: [...record!.acts, { ...act!, id: 'last', kind: state as 'ended', on: on === null ? null : parseFuzzyDate(on) }] }, state, form: 'sr-Cyrl',
    })));
    assert.match(answer('suspended', '2011-05-12'), /Чланство Града Ниша је обустављено од 12\. маја 2011\./);
    assert.match(answer('ended', '2010'), /Град Ниш није члан од 2010\./);
    assert.match(answer('ended', null), /Град Ниш више није члан\./);
    assert.match(answer('active', null), /Град Ниш је члан од маја 2007\./);
  });

  test('what is over owes nothing more, and what was settled stays settled; its sheet says both days', async () => {
    const { membership } = await network();
    const record = await membershipById(visitor, membership.id);
    assert.ok(record);
    const duty = { id: 'd', text: local({ sr: 'Чланарина' }), due: parseFuzzyDate('2009'), recurrence: null, state: 'open' } as (typeof record.obligations)[number];
    const duties = (state: MembershipState) => shown(draw(createElement(Duties, { duties: [duty, { ...duty, id: 'e', state: 'done' }], state, form: 'sr-Cyrl', today })));
    assert.match(duties('active'), /Касни|касни/);
    assert.doesNotMatch(duties('ended'), /касни|отворен/i);
    assert.match(duties('ended'), /испуњен/i);
    const acts = inState(membership, 'ended').acts;
    const sheet = (state: MembershipState) => shown(draw(createElement(MembershipSheet, { membership: { ...record, acts }, state, form: 'sr-Cyrl' })));
    assert.equal(stateOn(acts, today), 'ended');
    assert.match(sheet('ended'), /Приступање мај 2007\..*Престанак чланства 2010/);
    assert.doesNotMatch(sheet('ended'), /Члан од/);
    assert.match(sheet('active'), /Члан од мај 2007/);
  });
});
