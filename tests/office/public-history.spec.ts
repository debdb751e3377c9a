import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { local } from '#messages/local-text.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import { agreementFields } from '#office/agreement/fields.ts';
import { agreementById } from '#office/agreement/read.ts';
import { addParty, draft, publish, revise, verify, withdraw } from '#office/agreement/write.ts';
import { partyEntry } from '#office/agreement/entry.ts';
import { publicHistory } from '#office/audit/public-history.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { organisationById, organisationBySlug } from '#office/organisation/read.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { systemViewer } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, parsed, staff } from '../verbs.ts';

useFreshDatabase();
const publisher = staff('publisher');
const today = '2026-11-21';
const reason = local({ sr: 'унето грешком', en: 'entered by mistake' });

/** The agreement's own form, filled in as it stands with something changed. */
async function changed(id: string, more: FormValues) {
  const record = await agreementById(systemViewer, id, today);
  assert.ok(record);
  return { id, entry: parsed(agreementEntry, { ...agreementFields(record), ...more }) };
}

/** A draft like the agreement that the office keeps. */
async function drafted(): Promise<string> {
  const [kept] = await reader().select({ id: agreement.id }).from(agreement).where(eq(agreement.slug, 'mou-usaid-sldp'));
  assert.ok(kept);
  const { entry } = await changed(kept.id, {});
  return accepted(await draft(publisher, { entry }));
}

async function told(id: string): Promise<string[]> {
  const { facts } = await publicHistory('agreement', id);
  return facts.map(({ act, fields }) => [act, ...fields].join(' '));
}

describe('the public history of a record', () => {
  test('begins with its publication and names the public fields that were corrected', async () => {
    const id = await drafted();
    accepted(await revise(publisher, await changed(id, { 'summary.sr-Cyrl': ['Пре објаве.'] })));
    assert.deepEqual(await told(id), []);
    accepted(await publish(publisher, { id }));
    assert.deepEqual(await told(id), ['published']);
    accepted(await revise(publisher, await changed(id, { 'summary.sr-Cyrl': ['После објаве.'], registryNo: ['12/2026'] })));
    accepted(await verify(publisher, { id, verification: 'checked', today, reason: 'упоређено са папиром' }));
    assert.deepEqual(await told(id), ['checked', 'corrected summary registryNo', 'published']);
  });

  test('says nothing of what only the office reads', async () => {
    const id = await drafted();
    accepted(await publish(publisher, { id }));
    accepted(await revise(publisher, await changed(id, { retentionCategory: ['трајно'], classificationNo: ['06-1'] })));
    assert.deepEqual(await told(id), ['published']);
    const words = JSON.stringify(await publicHistory('agreement', id));
    for (const internal of [publisher.id, publisher.name, 'retentionCategory', 'трајно']) assert.ok(!words.includes(internal), internal);
  });

  test('says nothing of a link to what the public may not see', async () => {
    const [id, hidden] = [await drafted(), await drafted()];
    accepted(await publish(publisher, { id }));
    accepted(await revise(publisher, await changed(id, { 'links.0.kind': ['based_on'], 'links.0.otherId': [hidden] })));
    assert.deepEqual(await told(id), ['published']);
    accepted(await publish(publisher, { id: hidden }));
    assert.deepEqual(await told(id), ['corrected links', 'published']);
  });

  test('is not there for a withdrawn record, and goes on when it comes back', async () => {
    const id = await drafted();
    accepted(await publish(publisher, { id }));
    accepted(await withdraw(publisher, { id, reason }));
    assert.deepEqual(await told(id), []);
    accepted(await revise(publisher, await changed(id, { 'summary.sr-Cyrl': ['Док је повучен.'] })));
    accepted(await publish(publisher, { id }));
    assert.deepEqual(await told(id), ['republished', 'withdrawn', 'published']);
  });

  test('tells the same act of one day once, and says how much was left out', async () => {
    const id = await drafted();
    accepted(await publish(publisher, { id }));
    accepted(await revise(publisher, await changed(id, { registryNo: ['1/2026'] })));
    const other = await organisationBySlug(systemViewer, 'novi-sad');
    assert.ok(other);
    accepted(await addParty(publisher, { id, entry: parsed(partyEntry, { organisationId: [other.id], side: ['them'], role: ['witness'] }) }));
    assert.deepEqual(await told(id), ['corrected parties registryNo', 'published']);
    assert.equal((await publicHistory('agreement', id, 1)).earlier, 2);
  });

  test('never tells of the people behind an organisation', async () => {
    const gtz = await organisationBySlug(systemViewer, 'gtz');
    assert.ok(gtz);
    const contact = { 'contacts.0.name': ['Маја Примеровић'], 'contacts.0.legalBasis': ['пристанак'] };
    accepted(await organisations.revise(publisher, { id: gtz.id, entry: parsed(organisationEntry, { ...organisationFields(gtz), ...contact }) }));
    assert.equal((await organisationById(publisher, gtz.id))?.contacts.length, 1);
    assert.deepEqual((await publicHistory('organisation', gtz.id)).facts.map(({ act }) => act), ['published']);
  });
});
