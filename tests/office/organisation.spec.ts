import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { count, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement, agreementParty } from '#db/schema/agreement.ts';
import { change, revision } from '#db/schema/ledger.ts';
import { personal } from '#db/schema/person.ts';
import { change as enter } from '#office/change.ts';
import { parseEntry } from '#office/entry/parse.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { countOrganisations } from '#office/organisation/narrow.ts';
import { listOrganisations, organisationById, organisationBySlug, withdrawnOrganisation } from '#office/organisation/read.ts';
import { draft, publish, revise, withdraw } from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { systemViewer, visitor, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';

useEmptyDatabase();
const publisher: Staff = {
  kind: 'staff', id: randomUUID(), name: 'Објављивач', writtenForm: 'sr-Cyrl', sessionHash: null, grants: [{ role: 'publisher', noun: null, recordId: null }],
};
const plain: FormValues = {
  'name.sr-Cyrl': ['Град Пример'], 'name.en': ['City of Example'], kind: ['local_government'], country: ['RS'],
  'description.sr-Cyrl': ['Град на реци.'], 'description.en': ['A city on a river.'],
};

function entry(more: FormValues = {}) {
  const parsed = parseEntry(organisationEntry, { ...plain, ...more });
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.entry;
}

async function drafted(more: FormValues = {}) {
  const outcome = await draft(publisher, { entry: entry(more) });
  assert.ok(outcome.done);
  return outcome.value.id;
}

async function changes(): Promise<number> {
  const [row] = await reader().select({ n: count() }).from(change);
  return row?.n ?? -1;
}

const maja: FormValues = {
  'contacts.0.name': ['Маја Примеровић'], 'contacts.0.email': ['maja@example.org'], 'contacts.0.legalBasis': ['послови у јавном интересу'],
  'contacts.1.name': ['Пера Јавни'], 'contacts.1.legalBasis': ['пристанак'], 'contacts.1.isPublic': ['on'],
};

describe('an organisation', () => {
  test('goes from draft to the public and away again; its address says why', async () => {
    const id = await drafted({ 'name.sr-Cyrl': ['Град Објава'] });
    assert.equal(await organisationBySlug(visitor, 'grad-objava'), null);
    assert.ok((await publish(publisher, { id })).done);
    assert.equal((await organisationBySlug(visitor, 'grad-objava'))?.id, id);
    const reason = { origin: 'sr-Cyrl', 'sr-Cyrl': { text: 'унето двапут', state: 'draft' } } as const;
    assert.ok((await withdraw(publisher, { id, reason })).done);
    assert.equal(await organisationBySlug(visitor, 'grad-objava'), null);
    assert.equal((await withdrawnOrganisation('grad-objava'))?.reason?.['sr-Cyrl']?.text, 'унето двапут');
  });

  test('is not published without English, unless somebody says why', async () => {
    const id = await drafted({ 'name.sr-Cyrl': ['Град Без превода'], 'description.en': [''] });
    const before = await changes();
    assert.deepEqual(await publish(publisher, { id }), { done: false, status: 422, issues: [{ field: 'description.en', rule: 'englishOrWaiver' }] });
    assert.equal(await changes(), before);
    assert.ok((await revise(publisher, { id, entry: entry({ 'name.sr-Cyrl': ['Град Без превода'], 'description.en': [''], englishWaived: ['превод је наручен'] }) })).done);
    assert.ok((await publish(publisher, { id })).done);
  });

  test('a correction cannot take from the public what publishing demanded', async () => {
    const id = await drafted({ 'name.sr-Cyrl': ['Град Исправка'] });
    assert.ok((await publish(publisher, { id })).done);
    const before = await changes();
    const outcome = await revise(publisher, { id, entry: entry({ 'name.sr-Cyrl': ['Град Исправка'], 'description.en': [''] }) });
    assert.deepEqual(outcome, { done: false, status: 422, issues: [{ field: 'description.en', rule: 'englishOrWaiver' }] });
    assert.equal(await changes(), before);
    assert.ok((await revise(publisher, { id, entry: entry({ 'name.sr-Cyrl': ['Град Исправка'], 'description.en': ['Corrected.'] }) })).done);
    assert.ok((await organisationById(visitor, id))?.correctedAt);
  });

  test('cannot be part of itself, nor of what is not there', async () => {
    const id = await drafted({ 'name.sr-Cyrl': ['Град Сам'] });
    const itself = await revise(publisher, { id, entry: entry({ parentId: [id] }) });
    assert.deepEqual(itself.done ? [] : itself.issues, [{ field: 'parentId', rule: 'itself' }]);
    const nobody = await revise(publisher, { id, entry: entry({ successorOfId: [randomUUID()] }) });
    assert.deepEqual(nobody.done ? [] : nobody.issues, [{ field: 'successorOfId', rule: 'notFound' }]);
  });

  test('a revision by one who does not see the parent keeps it', async () => {
    const parent = await drafted({ 'name.sr-Cyrl': ['Савез у нацрту'] });
    const id = await drafted({ 'name.sr-Cyrl': ['Град Члан'], parentId: [parent] });
    const narrow: Staff = { ...publisher, id: randomUUID(), grants: [{ role: 'publisher', noun: 'organisation', recordId: id }] };
    const outcome = await revise(narrow, { id, entry: entry({ 'name.sr-Cyrl': ['Град Члан'], parentId: [parent], 'place.sr-Cyrl': ['Ниш'] }) });
    assert.ok(outcome.done, JSON.stringify(outcome));
    assert.equal((await organisationById(publisher, id))?.parentId, parent);
    const before = await changes();
    const refused = await revise(narrow, { id, entry: entry({ 'name.sr-Cyrl': ['Град Члан'], parentId: [parent], successorOfId: [await drafted({ 'name.sr-Cyrl': ['Град Други'] })] }) });
    assert.deepEqual(refused.done ? [] : refused.issues, [{ field: 'successorOfId', rule: 'notFound' }]);
    assert.equal(await changes(), before + 1);
  });

  test('what was typed comes back in the form as it was typed', async () => {
    const typed = { 'name.sr-Cyrl': ['Град Пуни'], 'founded.year': ['1990'], 'founded.month': ['5'], 'memberCount.value': ['52'], 'memberCount.qualifier': ['over'], sdgs: ['3', '11'] };
    const id = await drafted({ ...typed, ...maja });
    const record = await organisationById(publisher, id);
    assert.ok(record);
    const again = parseEntry(organisationEntry, organisationFields(record));
    assert.ok(again.ok, JSON.stringify(again));
    const { contacts, ...rest } = again.entry;
    const { contacts: _typed, ...first } = entry({ ...typed, ...maja });
    assert.deepEqual(rest, first);
    assert.deepEqual(contacts.map(({ name, isPublic }) => [name, isPublic]), [['Маја Примеровић', false], ['Пера Јавни', true]]);
  });

  test('is found in either script and without diacritics, wildcards are letters', async () => {
    await drafted({ 'name.sr-Cyrl': ['Општина Ћићевац'] });
    for (const q of ['ћићевац', 'Ćićevac', 'cicevac', 'CICE']) assert.equal((await listOrganisations(publisher, { q })).total, 1, q);
    for (const q of ['%', '_ic', 'originsr']) assert.equal((await listOrganisations(publisher, { q })).total, 0, q);
  });
});

describe('contacts of an organisation', () => {
  test('the public sees only those marked so; no value stands in the ledger in the clear', async () => {
    const id = await drafted({ 'name.sr-Cyrl': ['Град Контакт'], ...maja });
    assert.ok((await publish(publisher, { id })).done);
    assert.deepEqual((await organisationById(visitor, id))?.contacts.map(({ name }) => name), ['Пера Јавни']);
    assert.equal((await organisationById(publisher, id))?.contacts.length, 2);
    // Who may draft organisations is not told of the people behind those of others.
    const contributor: Staff = { ...publisher, id: randomUUID(), grants: [{ role: 'contributor', noun: null, recordId: null }] };
    assert.deepEqual((await organisationById(contributor, id))?.contacts.map(({ name }) => name), ['Пера Јавни']);
    const own = await draft(contributor, { entry: entry({ ...maja, 'name.sr-Cyrl': ['Град Сопствени'] }) });
    assert.ok(own.done);
    assert.equal((await organisationById(contributor, own.value.id))?.contacts.length, 2);
    const rows = JSON.stringify(await reader().select().from(revision));
    assert.ok(!rows.includes('Примеровић') && !rows.includes('maja@example.org'));
    assert.match(rows, /"sha256":"[0-9a-f]{64}"/);
  });

  test('one left out is erased, the others keep their ids', async () => {
    const id = await drafted({ 'name.sr-Cyrl': ['Град Брисање'], ...maja });
    const [first, second] = (await organisationById(publisher, id))?.contacts ?? [];
    assert.ok(first && second);
    const kept = { 'contacts.0.id': [second.id], 'contacts.0.name': ['Пера Јавни'], 'contacts.0.legalBasis': ['пристанак'], 'contacts.0.isPublic': ['on'] };
    assert.ok((await revise(publisher, { id, entry: entry({ 'name.sr-Cyrl': ['Град Брисање'], ...kept }) })).done);
    assert.deepEqual((await organisationById(publisher, id))?.contacts.map((one) => one.id), [second.id]);
    assert.deepEqual(await reader().select().from(personal).where(eq(personal.ownerId, first.id)), []);
  });
});

describe('the list of partners', () => {
  test('each facet counts under the other choices; ties are what the viewer may see, and order the list', async () => {
    const put = async (name: string, values: Record<string, string[]>) => {
      const id = await drafted({ 'name.sr-Cyrl': [name], ...values });
      assert.ok((await publish(publisher, { id })).done);
      return id;
    };
    const [first, second] = [await put('Аа прва', { kind: ['ngo'], country: ['FR'] }), await put('Бб друга', { kind: ['university'], country: ['FR'] })];
    const tie = (publication: 'published' | 'draft', organisationId: string, role: string) => enter(systemViewer, { action: 'agreement.draft', table: agreement }, async (pen) => {
      await pen.draft(agreement, { code: `NI-T-${role}-${publication}`, slug: `t-${role}-${publication}`.toLowerCase(), publication });
      await pen.replaceParts(agreementParty, agreementParty.agreementId, [{ organisationId, role: 'signatory', side: 'them' }, { organisationId, role: 'funder', side: 'them' }]);
    });
    await tie('published', second, 'one');
    await tie('draft', first, 'two');
    const french = { countries: ['FR'] };
    const listed = (await listOrganisations(visitor, { ...french, sort: 'ties' })).lines.map(({ id, ties }) => [id, ties]);
    assert.deepEqual(listed, [[second, 1], [first, 0]], 'one agreement in two roles is one tie, a draft none');
    assert.deepEqual((await listOrganisations(visitor, { ...french, sort: 'name' })).lines.map(({ id }) => id), [first, second]);
    assert.equal((await listOrganisations(publisher, french)).lines.find(({ id }) => id === first)?.ties, 1);
    const counts = (await countOrganisations(visitor, { others: true })).filter(({ country }) => country === 'FR');
    assert.deepEqual(counts.map((one) => [one.type, one.count]).toSorted(), [['ngo', 1], ['university', 1]]);
    assert.equal((await listOrganisations(visitor, { ...french, kinds: ['ngo', 'company'] })).total, 1);
    assert.equal((await listOrganisations(visitor, { q: '%%%' })).total, 0, 'signs that are no words find nothing');
  });
});
