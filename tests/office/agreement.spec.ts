import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { count, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change, revision } from '#db/schema/ledger.ts';
import { securityEvent } from '#db/schema/session.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import { agreementFields } from '#office/agreement/fields.ts';
import { listAgreements } from '#office/agreement/list.ts';
import { agreementById, agreementBySlug, agreementsOf, withdrawnAgreement } from '#office/agreement/read.ts';
import { recordAct, recordOldAct } from '#office/agreement/record-act.ts';
import { sign } from '#office/agreement/sign.ts';
import { draft, publish, revise, withdraw } from '#office/agreement/write.ts';
import { parseEntry } from '#office/entry/parse.ts';
import type { FormValues } from '#office/outcome.ts';
import { visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import {
  contributor, drafted, editor, fieldsAndRules, ground, ledger, nameless, newAct, oldAct, organisation, parsed, publisher, signature, statusOf, today, wholeFields,
} from './agreement-ground.ts';

const reason = { origin: 'sr-Cyrl', 'sr-Cyrl': { text: 'унето двапут', state: 'draft' } } as const;

describe('an agreement in the register', () => {
  useEmptyDatabase();

  test('is drafted, refused until it is ready, published, revised in sight of all, and withdrawn', async () => {
    const { city, other } = await ground();
    const id = await drafted({ type: ['intermunicipal_cooperation_agreement'] });
    const record = (await agreementById(editor, id, today))!;
    assert.deepEqual([record.code, record.slug, record.standing.reason.rule], ['NI-MOS-001', 'sporazum-sa-primergradom', 'nothingKnown']);

    const before = await ledger();
    const refused = await publish(publisher, { id });
    assert.deepEqual(refused, { done: false, status: 422, issues: [
      { field: 'procedure', rule: 'neededToPublish' }, { field: 'parties', rule: 'partiesMissing' }, { field: 'sources', rule: 'neededToPublish' },
      { field: 'title.en', rule: 'englishOrWaiver' },
    ] });
    assert.deepEqual(await ledger(), before);
    assert.equal((await listAgreements(visitor, {}, today)).total, 0);

    const whole = parsed({ ...agreementFields(record), ...wholeFields(city, other) });
    assert.ok((await revise(editor, { id, version: 1, entry: whole })).done);
    assert.ok((await publish(publisher, { id, version: 2 })).done);
    assert.equal((await agreementBySlug(visitor, record.slug, today))?.parties.length, 2);
    assert.equal((await agreementsOf(visitor, { organisationId: other }, 'sr-Cyrl', today))[0]?.id, id);

    assert.ok((await revise(publisher, { id, version: 3, entry: { ...whole, registryNo: '06-1/2024' } })).done);
    assert.ok((await agreementBySlug(visitor, record.slug, today))?.correctedAt);
    assert.ok((await withdraw(publisher, { id, reason })).done);
    assert.equal(await agreementBySlug(visitor, record.slug, today), null);
    assert.equal((await withdrawnAgreement(record.slug))?.reason?.['sr-Cyrl']?.text, 'унето двапут');
    assert.deepEqual(await agreementsOf(visitor, { organisationId: other }, 'sr-Cyrl', today), []);
  });

  test('what was entered comes back in the form as it was, parts and all', async () => {
    const { city, other } = await ground();
    const target = await drafted({});
    const typed: FormValues = {
      ...wholeFields(city, other), 'summary.sr-Cyrl': ['Уређује сарадњу.'], 'summary.en': ['On cooperation.'], binding: ['partly'],
      fields: ['economy', 'youth'], sdgs: ['11'], 'validFrom.year': ['2024'], 'validFrom.month': ['2'], 'validFrom.day': ['29'], termMonths: ['36'],
      renewal: ['tacit'], renewalMonths: ['12'], noticeMonths: ['3'], authenticLanguages: ['sr', 'en'], 'money.amount': ['1500,50'], 'money.currency': ['EUR'],
      'money.scope': ['city_share'], 'links.0.kind': ['based_on'], 'links.0.otherId': [target], 'obligations.0.text.sr-Cyrl': ['Извештај'],
      'obligations.0.organisationId': [city], 'obligations.0.recurrence': ['FREQ=YEARLY'],
    };
    const id = await drafted(typed);
    const record = (await agreementById(editor, id, today))!;
    assert.equal(record.links[0]?.other?.id, target);
    assert.equal((await agreementById(editor, target, today))?.linkedFrom[0]?.other?.id, id);
    const entry = parsed(typed);
    const again = parsed(agreementFields(record));
    assert.deepEqual({ ...again, parties: nameless(again.parties), obligations: nameless(again.obligations) }, { ...entry, parties: nameless(entry.parties), obligations: nameless(entry.obligations) });
    const before = await revisions(id);
    assert.ok((await revise(editor, { id, entry: again })).done);
    assert.equal(await revisions(id), before + 1);
  });

  test('a form that cannot be true is refused, field by field', () => {
    const wrong = parseEntry(agreementEntry, { 'title.sr-Cyrl': ['Споразум'], type: ['declaration'], renewal: ['tacit'], renewalMonths: ['0'], termMonths: ['0'],
      'validFrom.year': ['2024'], 'validTo.year': ['2020'], 'links.0.kind': ['amends'], 'links.0.otherId': ['not-an-id'] });
    assert.deepEqual(wrong.ok ? [] : wrong.issues.map(({ field, rule }) => `${field} ${rule}`).toSorted(), ['links.0.otherId notFound']);
    const then = parseEntry(agreementEntry, { 'title.sr-Cyrl': ['Споразум'], type: ['declaration'], renewal: ['tacit'], renewalMonths: ['0'], termMonths: ['0'],
      'validFrom.year': ['2024'], 'validTo.year': ['2020'] });
    assert.deepEqual(then.ok ? [] : then.issues.map(({ field, rule }) => `${field} ${rule}`).toSorted(),
      ['renewalMonths renewalNeedsMonths', 'termMonths atLeast', 'validTo.year endBeforeStart']);
  });

  test('a stale version is a conflict, a second submit the same answer, and what a contributor may not do leaves the ledger alone', async () => {
    const { city, other } = await ground();
    const requestId = randomUUID();
    const entry = parsed(wholeFields(city, other));
    const [first, second] = [await draft(editor, { entry, requestId }), await draft(editor, { entry, requestId })];
    assert.ok(first.done && second.done);
    assert.deepEqual([second.value.id, second.value.repeated], [first.value.id, true]);
    const { id } = first.value;
    assert.ok((await revise(editor, { id, version: 1, entry })).done);

    const before = await ledger();
    assert.equal(statusOf(await revise(editor, { id, version: 1, entry })), 409);
    assert.equal(statusOf(await revise(contributor, { id, entry })), 404, 'a draft of another does not exist for him');
    assert.equal(statusOf(await publish(editor, { id })), 403);
    const own = await draft(contributor, { entry });
    assert.ok(own.done);
    const with1 = await ledger();
    assert.equal(statusOf(await recordAct(contributor, { id: own.value.id, entry: newAct({ kind: ['initiative'], 'on.year': ['2026'] }), today })), 403);
    assert.equal(statusOf(await sign(contributor, { id: own.value.id, entry: signature(randomUUID()), today })), 403);
    assert.deepEqual(await ledger(), with1);
    assert.equal(with1.changes, before.changes + 1);
    assert.ok(await reader().$count(securityEvent) >= 4);
  });

  test('a link to a draft of somebody else is refused where it stands, and what the public may not see stays nameless', async () => {
    const { city, other } = await ground();
    const hidden = await drafted({});
    const entry = parsed({ ...wholeFields(city, other), 'links.0.kind': ['amends'], 'links.0.otherId': [hidden] });
    assert.deepEqual(fieldsAndRules(await draft(contributor, { entry })), ['links.0.otherId notFound']);
    const secret = await organisation('Тајна организација', null);
    const id = await drafted({ ...wholeFields(city, secret), 'links.0.kind': ['amends'], 'links.0.otherId': [hidden] });
    assert.ok((await publish(publisher, { id })).done);
    const { slug } = (await agreementById(editor, id, today))!;
    const shown = (await agreementBySlug(visitor, slug, today))!;
    assert.deepEqual([shown.parties.map(({ organisation: one }) => one?.isSelf), shown.links[0]?.other], [[false, undefined], null]);
    assert.ok(!JSON.stringify(await listAgreements(visitor, {}, today)).includes('Тајна'));
  });

  test('the register is searched in both scripts, narrowed by type, standing and party, counted and paged', async () => {
    const { city, other, third, slugs } = await ground();
    const mark = randomUUID().slice(0, 8);
    const titled = (title: string) => ({ 'title.sr-Cyrl': [`${title} ${mark}`] });
    const ids = [
      await drafted({ ...wholeFields(city, other), ...titled('Ђурђевак'), type: ['memorandum_of_understanding'] }),
      await drafted({ ...wholeFields(city, third), ...titled('Шума'), type: ['declaration'] }),
      await drafted({ ...wholeFields(city, third), ...titled('Чаша'), type: ['declaration'] }),
    ];
    assert.ok((await recordOldAct(editor, { id: ids[1]!, entry: oldAct({ kind: ['signature'], 'on.year': ['2019'] }), today })).done);
    assert.ok((await recordOldAct(editor, { id: ids[2]!, entry: oldAct({ kind: ['signature'], 'on.year': ['2021'] }), today })).done);
    const found = async (filter: object) => (await listAgreements(editor, { q: mark, ...filter }, today)).lines.map(({ id }) => ids.indexOf(id));
    assert.deepEqual(await found({ q: `djurdjevak ${mark}` }), [0]);
    assert.deepEqual(await found({ only: 'memorandum_of_understanding' }), [0]);
    assert.deepEqual(await found({ standings: ['signed'], sort: 'signed' }), [2, 1]);
    assert.deepEqual(await found({ parties: [slugs.third], sort: 'title', form: 'sr-Cyrl' }), [2, 1]);
    assert.deepEqual(await found({ sort: 'title', perPage: 2, page: 9 }), [1]);
    const { counts, total } = await listAgreements(editor, { q: mark, standings: ['signed'] }, today);
    assert.equal(total, 2);
    assert.deepEqual(counts.standing.toSorted((a, b) => a.value.localeCompare(b.value)), [{ value: 'initiative', count: 1 }, { value: 'signed', count: 2 }]);
    assert.deepEqual(counts.type.find(({ value }) => value === 'memorandum_of_understanding'), { value: 'memorandum_of_understanding', count: 0 });
  });

  test('an embargo holds back the publishing until its day, and nothing is written before', async () => {
    const { city, other } = await ground();
    const id = await drafted({ ...wholeFields(city, other), embargoUntil: ['2026-12-01'] });
    const before = await ledger();
    const early = await publish(publisher, { id, today });
    assert.deepEqual(early.done ? [] : early.issues, [{ field: 'embargoUntil', rule: 'embargo', values: { day: '2026-12-01' } }]);
    assert.deepEqual(await ledger(), before);
    assert.ok((await publish(publisher, { id, today: '2026-12-01' })).done);
  });
});

async function revisions(id: string): Promise<number> {
  const [row] = await reader().select({ rows: count() }).from(revision).innerJoin(change, eq(change.seq, revision.changeSeq)).where(eq(change.recordId, id));
  return row?.rows ?? 0;
}
