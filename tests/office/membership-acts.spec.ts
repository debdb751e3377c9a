import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { desc } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import { strikeEntry } from '#office/entry/pieces.ts';
import { parseEntry } from '#office/entry/parse.ts';
import { membershipActEntry, membershipWithActs, oldMembershipActEntry } from '#office/membership/entry.ts';
import { listMemberships, membershipById } from '#office/membership/read.ts';
import { recordAct, recordOldAct, strikeAct } from '#office/membership/record-act.ts';
import { draft, revise, verify } from '#office/membership/write.ts';
import type { FormValues, Outcome } from '#office/outcome.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { ledger, parsed as entryOf, staff } from '../verbs.ts';
import { drafted, editor, grounds, parsed, today } from './membership-ground.ts';

const actParsed = (typed: FormValues) => entryOf(membershipActEntry, typed);
const oldParsed = (typed: FormValues) => entryOf(oldMembershipActEntry, typed);
const strikeParsed = (actId: string) => entryOf(strikeEntry, { actId: [actId], reason: ['унето грешком'] });

describe('the acts of a membership', () => {
  useEmptyDatabase();
  const ground = grounds();

  test('an act is recorded only where the state allows it; a refusal writes nothing', async () => {
    const { network, city } = await ground('naled');
    const id = await drafted({ networkId: [network], memberId: [city] });
    await refused(() => recordAct(editor, { id, entry: actParsed({ kind: ['joined'], 'on.year': ['2010'] }), today }), ['kind actNotPossible']);
    await refused(() => recordAct(editor, { id, entry: actParsed({ kind: ['considered'], 'on.year': ['2027'] }), today }), ['on.year inFuture']);
    await recorded(id, { kind: ['considered'], 'on.year': ['2008'] });
    await refused(() => recordAct(editor, { id, entry: actParsed({ kind: ['decided'], 'on.year': ['2007'], number: ['06-1/2007'] }), today }), ['on.year actOutOfOrder']);
    await recorded(id, { kind: ['decided'], 'on.year': ['2009'], number: ['06-1/2009'] });
    await recorded(id, { kind: ['applied'], 'on.year': ['2009'] });
    await recorded(id, { kind: ['joined'], 'on.year': ['2010'] });
    await recorded(id, { kind: ['suspended'], 'on.year': ['2011'], 'note.sr-Cyrl': ['чланарина није плаћена'] });
    await recorded(id, { kind: ['withdrawal_decided'], 'on.year': ['2026'], number: ['06-2/2026'] });
    await recorded(id, { kind: ['ended'], 'on.year': ['2026'], 'on.month': ['12'], 'on.day': ['31'] });
    assert.deepEqual((await membershipById(editor, id))?.acts.map((act) => act.kind), ['considered', 'decided', 'applied', 'joined', 'suspended', 'withdrawal_decided', 'ended']);
    assert.equal((await listMemberships(editor, { state: 'withdrawal_decided' }, today)).total, 1);
    assert.equal((await listMemberships(editor, { state: 'ended' }, '2026-12-31')).total, 1);
    assert.equal(statusOf(await recordAct(staff('contributor'), { id, entry: actParsed({ kind: ['considered'], 'on.year': ['2000'] }), today })), 404);
  });

  test('the paper of an act carries its day, a decision its number, a suspension its reason', () => {
    const faultsOfPaper = (typed: FormValues) => { const read = parseEntry(membershipActEntry, typed); return read.ok ? [] : read.issues.map(({ field, rule }) => `${field} ${rule}`); };
    assert.deepEqual(faultsOfPaper({ kind: ['decided'] }), ['on.year required', 'number required']);
    assert.deepEqual(faultsOfPaper({ kind: ['withdrawal_decided'], 'on.year': ['2020'] }), ['number required']);
    assert.deepEqual(faultsOfPaper({ kind: ['suspended'], 'on.year': ['2020'] }), ['note.sr-Cyrl required']);
    assert.deepEqual(faultsOfPaper({ kind: ['joined'], 'on.year': ['2020'] }), []);
  });

  test('an old act found in a source has its place while the record is unverified; an act entered in error is undone with a reason', async () => {
    const { network, city } = await ground('uclg');
    const id = await drafted({ networkId: [network], memberId: [city] });
    const old = (typed: FormValues) => recordOldAct(editor, { id, entry: oldParsed(typed), today });
    assert.ok((await old({ kind: ['joined'], 'on.year': ['2010'] })).done);
    assert.ok((await old({ kind: ['suspended'], 'on.year': ['2012'] })).done);
    assert.ok((await old({ kind: ['resumed'], 'on.year': ['2013'] })).done);
    await refused(() => old({ kind: ['joined'] }), ['kind actTwice']);
    await refused(() => old({ kind: ['considered'], 'on.year': ['2011'] }), ['on.year actOutOfOrder']);
    const acts = (await membershipById(editor, id))!.acts;
    const strike = (kind: string, viewer = editor) => strikeAct(viewer, { id, entry: strikeParsed(acts.find((one) => one.kind === kind)?.id ?? randomUUID()) });
    await refused(() => strike('suspended'), [' actNeeded']);
    await refused(() => strike('ended'), [' notFound']);
    assert.equal(statusOf(await strike('resumed', staff('contributor'))), 404);
    assert.ok((await strike('resumed')).done);
    assert.ok((await strike('suspended')).done);
    assert.deepEqual((await membershipById(editor, id))?.acts.map(({ kind }) => kind), ['joined']);
    const [last] = await reader().select({ reason: change.reason }).from(change).orderBy(desc(change.seq)).limit(1);
    assert.equal(last?.reason, 'унето грешком');
    assert.ok((await verify(editor, { id, verification: 'checked', today })).done);
    await refused(() => old({ kind: ['decided'] }), ['kind onlyUnverified']);
  });

  test('a second running membership of one network is refused, whichever way it begins; after the end of the first there may be another', async () => {
    const { network, city } = await ground('civitas');
    const first = await drafted({ networkId: [network], memberId: [city], 'acts.0.kind': ['joined'], 'acts.0.on.year': ['2010'] });
    await refused(() => draft(editor, { entry: parsed({ networkId: [network], memberId: [city] }), today }), ['networkId secondMembership']);
    const { network: elsewhere } = await ground('civitas-two');
    const second = await drafted({ networkId: [elsewhere], memberId: [city], 'acts.0.kind': ['joined'], 'acts.0.on.year': ['2011'] });
    await refused(() => revise(editor, { id: second, entry: parsed({ networkId: [network], memberId: [city] }), today }), ['networkId secondMembership']);
    await recorded(first, { kind: ['withdrawal_decided'], 'on.year': ['2015'], number: ['06-3/2015'] });
    await recorded(first, { kind: ['ended'], 'on.year': ['2016'] });
    const again = await drafted({ networkId: [network], memberId: [city] });
    const other = await drafted({ networkId: [network], memberId: [city] });
    assert.ok((await recordOldAct(editor, { id: again, entry: oldParsed({ kind: ['joined'], 'on.year': ['2020'] }), today })).done);
    await refused(() => recordOldAct(editor, { id: other, entry: oldParsed({ kind: ['joined'], 'on.year': ['2021'] }), today }), ['networkId secondMembership']);
    assert.ok(await drafted({ networkId: [network], memberId: [city], 'acts.rows': ['2'], 'acts.0.kind': ['joined'], 'acts.0.on.year': ['1998'], 'acts.1.kind': ['ended'], 'acts.1.on.year': ['2004'] }), 'what was over long ago may be entered beside it');
    const ended = (await membershipById(editor, first))?.acts.find(({ kind }) => kind === 'ended');
    await refused(() => strikeAct(editor, { id: first, today, entry: strikeParsed(ended?.id ?? '') }), ['networkId secondMembership']);
    await refused(() => revise(editor, { id: other, today, entry: entryOf(membershipWithActs, { networkId: [network], memberId: [city], 'acts.rows': ['1'], 'acts.0.kind': ['joined'], 'acts.0.on.year': ['2022'] }) }), ['networkId secondMembership']);
  });

  test('of two who begin a membership of one network at once, one is refused', async () => {
    const { network, city } = await ground('iclei');
    const ids = [await drafted({ networkId: [network], memberId: [city] }), await drafted({ networkId: [network], memberId: [city] })];
    const outcomes = await Promise.all(ids.map((id) => recordOldAct(editor, { id, entry: oldParsed({ kind: ['joined'] }), today })));
    assert.deepEqual(outcomes.map(statusOf).toSorted(), [200, 422]);
  });

  test('two who enter the same act at once: one change, and the other is told who entered it and when', async () => {
    const { network, city } = await ground('polis');
    const id = await drafted({ networkId: [network], memberId: [city] });
    const both = await Promise.all([1, 2].map(() => recordAct(editor, { id, entry: actParsed({ kind: ['considered'], 'on.year': ['2020'], known: [''] }), today })));
    assert.deepEqual(both.map(statusOf).toSorted(), [200, 422]);
    const told = both.find((one) => !one.done);
    assert.ok(told && !told.done);
    assert.deepEqual(told.issues.map(({ rule }) => rule), ['actEntered']);
    const [act] = (await membershipById(editor, id))!.acts;
    assert.equal(told.issues[0]?.values?.act, act?.id);
    assert.equal((await membershipById(editor, id))?.acts.length, 1);
  });

  async function recorded(id: string, typed: FormValues): Promise<void> {
    const outcome = await recordAct(editor, { id, entry: actParsed(typed), today });
    assert.ok(outcome.done, JSON.stringify(outcome));
  }

  async function refused(verb: () => Promise<Outcome<unknown>>, issues: string[]): Promise<void> {
    const before = await ledger();
    const outcome = await verb();
    assert.deepEqual(outcome.done ? ['done'] : outcome.issues.map(({ field, rule }) => `${field} ${rule}`), issues);
    assert.deepEqual(await ledger(), before);
  }
});

function statusOf(outcome: Outcome<unknown>): number {
  return outcome.done ? 200 : outcome.status;
}
