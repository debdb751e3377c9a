import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { count, desc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import { membership, membershipAct } from '#db/schema/membership.ts';
import { parseEntry } from '#office/entry/parse.ts';
import { strikeEntry } from '#office/entry/pieces.ts';
import { membershipActEntry, membershipEntry, membershipWithActs, oldMembershipActEntry } from '#office/membership/entry.ts';
import { membershipFields } from '#office/membership/fields.ts';
import { networksWithMemberships } from '#office/membership/networks.ts';
import { listMemberships, membershipById, membershipsIn, withdrawnMembershipsIn } from '#office/membership/read.ts';
import { recordAct, recordOldAct, strikeAct } from '#office/membership/record-act.ts';
import { draft, publish, revise, verify, withdraw } from '#office/membership/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues, Outcome } from '#office/outcome.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { ledger, staff } from '../verbs.ts';

const today = '2026-03-01';

describe('a membership in the register', () => {
  useEmptyDatabase();

  const editor = staff('editor');
  const publisher = staff('publisher');

  test('is drafted, refused until it is ready, published, revised and withdrawn', async () => {
    const { network, city } = await ground('ecad');
    const id = await drafted({ networkId: [network], memberId: [city], 'acts.0.kind': ['joined'], 'acts.0.on.year': ['2007'], 'acts.0.on.month': ['5'] });
    const record = await membershipById(editor, id);
    assert.equal(record?.code, 'NI-CLA-001');
    assert.equal(record?.slug, 'nis-ecad');
    assert.equal(record?.network?.slug, 'ecad');

    const before = await ledger();
    assert.deepEqual(await publish(publisher, { id }), { done: false, status: 422, issues: [{ field: 'sources', rule: 'neededToPublish' }] });
    assert.deepEqual(await ledger(), before);
    assert.equal((await listMemberships(visitor, {}, today)).total, 0);

    const sourced = parsed({ ...membershipFields(record!), 'sources.0.title.sr-Cyrl': ['Повеља о приступању'] });
    assert.ok((await revise(editor, { id, version: 1, entry: sourced })).done);
    assert.ok((await publish(publisher, { id, version: 2 })).done);
    const [line] = (await listMemberships(visitor, { state: 'active' }, today)).lines;
    assert.deepEqual([line?.id, line?.joined?.edtf, line?.network?.slug], [id, '2007-05', 'ecad']);
    assert.equal((await listMemberships(visitor, { state: 'ended' }, today)).total, 0);

    const reason = { origin: 'sr-Cyrl', 'sr-Cyrl': { text: 'унето двапут', state: 'draft' } } as const;
    assert.ok((await withdraw(publisher, { id, reason })).done);
    assert.equal(await membershipById(visitor, id), null);
    assert.deepEqual(await membershipsIn(visitor, network, today), []);
    assert.equal((await withdrawnMembershipsIn(network))[0]?.reason?.['sr-Cyrl']?.text, 'унето двапут');
  });

  test('what was entered comes back in the form as it was, parts and all', async () => {
    const { network, city } = await ground('eurocities');
    const typed: FormValues = {
      networkId: [network], memberId: [city], 'joinedEvent.sr-Cyrl': ['14. конференција'], 'joinedPlace.en': ['Istanbul'],
      'fee.amount': ['1500,50'], 'fee.currency': ['EUR'], 'fee.scope': ['city_share'], feePeriod: ['yearly'],
      'acts.0.kind': ['joined'], 'acts.0.on.year': ['2007'], 'acts.0.number': ['06-12/2007'],
      'representatives.0.holder': ['Ана Анић'], 'representatives.0.body.sr-Cyrl': ['Скупштина мреже'], 'representatives.0.validFrom.year': ['2020'],
      'obligations.0.text.sr-Cyrl': ['Годишњи извештај'], 'obligations.0.organisationId': [city], 'obligations.0.recurrence': ['FREQ=YEARLY'],
      'sources.0.title.sr-Cyrl': ['Записник'],
    };
    const id = await drafted(typed);
    const first = await membershipById(editor, id);
    assert.ok(first);
    const again = parsed(membershipFields(first));
    const seq = await ledger();
    assert.ok((await revise(editor, { id, entry: again })).done);
    const second = await membershipById(editor, id);
    assert.equal(second?.version, 2);
    assert.deepEqual({ ...second, version: 1, changedAt: first.changedAt }, first);
    assert.deepEqual(await ledger(), [seq[0]! + 1, seq[1]! + 1], 'parts that say the same are left alone');
  });

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

  test('names only what the viewer may see, and only a network as a network', async () => {
    const { network, city } = await ground('lhc');
    const hidden = await organisationDrafted({ 'name.sr-Cyrl': ['Скривена мрежа'], kind: ['network'] });
    const contributor = staff('contributor');
    const before = await ledger();
    for (const [typed, issue] of [
      [{ networkId: [hidden], memberId: [city] }, { field: 'networkId', rule: 'notFound' }],
      [{ networkId: [city], memberId: [city] }, { field: 'networkId', rule: 'notANetwork' }],
      [{ networkId: [network], memberId: [randomUUID()] }, { field: 'memberId', rule: 'notFound' }],
      [{ 'obligations.0.text.sr-Cyrl': ['Дуг'], 'obligations.0.organisationId': [hidden] }, { field: 'obligations.0.organisationId', rule: 'notFound' }],
    ] as const) {
      assert.deepEqual(await draft(contributor, { entry: parsed(typed) }), { done: false, status: 422, issues: [issue] });
    }
    assert.deepEqual(await ledger(), before);
  });

  test('a revision by one who does not see the network keeps it', async () => {
    const hidden = await organisationDrafted({ 'name.sr-Cyrl': ['Мрежа у нацрту'], kind: ['network'] });
    const { city } = await ground('eurotowns');
    const duty = { 'obligations.0.text.sr-Cyrl': ['Извештај'], 'obligations.0.organisationId': [hidden] };
    const id = await drafted({ networkId: [hidden], memberId: [city], ...duty });
    const narrow = staff('editor', 'membership');
    const record = await membershipById(narrow, id);
    assert.equal(record?.network, null);
    const outcome = await revise(narrow, { id, entry: parsed({ ...membershipFields(record!), feePeriod: ['yearly'] }) });
    assert.ok(outcome.done, JSON.stringify(outcome));
    const after = await membershipById(editor, id);
    assert.deepEqual([after?.network?.id, after?.obligations[0]?.organisationId], [hidden, hidden]);
    const before = await ledger();
    const wrong = await revise(narrow, { id, entry: parsed({ ...membershipFields(record!), networkId: [city] }) });
    assert.deepEqual(wrong.done ? [] : wrong.issues, [{ field: 'networkId', rule: 'notANetwork' }]);
    assert.deepEqual(await ledger(), before);
  });

  test('the second writer of a version is refused, a doubled request is one change', async () => {
    const id = await drafted({});
    const requestId = randomUUID();
    const act = { id, version: 1, requestId, entry: actParsed({ kind: ['considered'], 'on.year': ['2020'] }), today };
    const outcomes = await Promise.all([recordAct(editor, act), recordAct(editor, act), recordAct(editor, act)]);
    assert.ok(outcomes.every((outcome) => outcome.done));
    const [acts] = await reader().select({ n: count() }).from(membershipAct).where(eq(membershipAct.membershipId, id));
    assert.equal(acts?.n, 1);
    const before = await ledger();
    const second = await revise(editor, { id, version: 1, entry: parsed({}) });
    assert.equal(second.done ? 200 : second.status, 409);
    assert.deepEqual(await ledger(), before);
  });

  test('networks stand with the membership that the viewer may see', async () => {
    const { network, city } = await ground('energy-cities');
    const id = await drafted({ networkId: [network], memberId: [city], 'acts.0.kind': ['joined'], 'sources.0.title.sr-Cyrl': ['Записник'] });
    const of = async () => (await networksWithMemberships(visitor, 'sr-Cyrl', today)).find((one) => one.id === network)?.membership;
    assert.equal(await of(), null);
    assert.ok((await publish(publisher, { id })).done);
    assert.equal((await of())?.state, 'active');
    assert.ok((await verify(editor, { id, verification: 'checked', today })).done);
    assert.deepEqual((await reader().select({ on: membership.verifiedOn }).from(membership).where(eq(membership.id, id))), [{ on: today }]);
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

  async function drafted(typed: FormValues): Promise<string> {
    const outcome = await draft(editor, { entry: typed['acts.0.kind'] ? whole(typed) : parsed(typed), today });
    assert.ok(outcome.done, JSON.stringify(outcome));
    return outcome.value.id;
  }

  /** A published network, and the City, which is laid down once. */
  async function ground(slug: string): Promise<{ network: string; city: string }> {
    const network = await organisationDrafted({ 'name.sr-Cyrl': [`Мрежа ${slug}`], 'name.origin': ['sr-Cyrl'], kind: ['network'] }, slug);
    assert.ok((await organisations.publish(systemViewer, { id: network })).done);
    city ??= await theCity();
    return { network, city };
  }
  let city: string | undefined;

  async function theCity(): Promise<string> {
    const outcome = await organisations.draft(systemViewer, {
      entry: organisationParsed({ 'name.sr-Cyrl': ['Град Ниш'], kind: ['local_government'] }), given: { slug: 'grad-nis', isSelf: true },
    });
    assert.ok(outcome.done);
    assert.ok((await organisations.publish(systemViewer, { id: outcome.value.id })).done);
    return outcome.value.id;
  }

  async function organisationDrafted(typed: FormValues, slug?: string): Promise<string> {
    const outcome = await organisations.draft(systemViewer, { entry: organisationParsed(typed), given: slug ? { slug } : undefined });
    assert.ok(outcome.done);
    return outcome.value.id;
  }
});

function parsed(typed: FormValues) {
  const read = parseEntry(membershipEntry, typed);
  assert.ok(read.ok, JSON.stringify(read));
  return read.entry;
}

function whole(typed: FormValues) {
  const read = parseEntry(membershipWithActs, typed);
  assert.ok(read.ok, JSON.stringify(read));
  return read.entry;
}

function oldParsed(typed: FormValues) {
  const read = parseEntry(oldMembershipActEntry, typed);
  assert.ok(read.ok, JSON.stringify(read));
  return read.entry;
}

function strikeParsed(actId: string) {
  const read = parseEntry(strikeEntry, { actId: [actId], reason: ['унето грешком'] });
  assert.ok(read.ok, JSON.stringify(read));
  return read.entry;
}

function statusOf(outcome: Outcome<unknown>): number {
  return outcome.done ? 200 : outcome.status;
}

function actParsed(typed: FormValues) {
  const read = parseEntry(membershipActEntry, typed);
  assert.ok(read.ok, JSON.stringify(read));
  return read.entry;
}

function organisationParsed(typed: FormValues) {
  const read = parseEntry(organisationEntry, typed);
  assert.ok(read.ok, JSON.stringify(read));
  return read.entry;
}
