import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { count, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { membership, membershipAct } from '#db/schema/membership.ts';
import { textIn } from '#messages/local-text.ts';
import { lastChanges } from '#office/audit/read.ts';
import { recordHeads } from '#office/bulk/read.ts';
import { membershipActEntry } from '#office/membership/entry.ts';
import { membershipFields } from '#office/membership/fields.ts';
import { networksWithMemberships } from '#office/membership/networks.ts';
import { listMemberships, membershipById, membershipsIn, withdrawnMembershipsIn } from '#office/membership/read.ts';
import { recordAct } from '#office/membership/record-act.ts';
import { draft, publish, revise, verify, withdraw } from '#office/membership/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { recordHead } from '#office/record.ts';
import { titlesOf } from '#office/titles.ts';
import { visitor, type Viewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, ledger, parsed as entryOf, staff } from '../verbs.ts';
import { drafted, editor, grounds, organisationDrafted, parsed, publisher, today } from './membership-ground.ts';

const actParsed = (typed: FormValues) => entryOf(membershipActEntry, typed);

describe('a membership in the register', () => {
  useEmptyDatabase();
  const ground = grounds();

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

  test('is called after its network wherever it is named, but by its code where the viewer may not see the network', async () => {
    const hidden = await organisationDrafted({ 'name.sr-Cyrl': ['Мрежа која се чека'], kind: ['network'] });
    const { city } = await ground('naming');
    const id = await drafted({ networkId: [hidden], memberId: [city] });
    const nameless = accepted(await draft(editor, { entry: parsed({ memberId: [city] }), today }));
    const called = async (viewer: Viewer, of: string) => {
      const [head, [inList], titles] = [await recordHead(viewer, 'membership', of), await recordHeads(viewer, 'membership', [of]), await titlesOf(viewer, [{ noun: 'membership', id: of }])];
      return [head!.title, inList!.title, titles.get(of)].map((title) => textIn(title, 'sr-Cyrl') || null);
    };
    assert.deepEqual(await called(editor, id), ['Мрежа која се чека', 'Мрежа која се чека', 'Мрежа која се чека']);
    const { code } = (await membershipById(editor, id))!;
    assert.deepEqual(await called(staff('editor', 'membership'), id), [null, null, code]);
    const { code: own } = (await membershipById(editor, nameless))!;
    assert.deepEqual(await called(editor, nameless), [null, null, own]);
    assert.deepEqual((await lastChanges(editor, { limit: 2 })).map(({ recordId, title }) => [recordId, textIn(title, 'sr-Cyrl')]), [[nameless, own], [id, 'Мрежа која се чека']]);
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
});
