import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { and, desc, eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementParty } from '#db/schema/agreement.ts';
import { change } from '#db/schema/ledger.ts';
import { personal } from '#db/schema/person.ts';
import { agreementFields } from '#office/agreement/fields.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import { agreementById } from '#office/agreement/read.ts';
import * as agreements from '#office/agreement/write.ts';
import { attach } from '#office/document/attach.ts';
import { documentEntry } from '#office/document/entry.ts';
import * as documents from '#office/document/write.ts';
import { mergeEntry } from '#office/double/entry.ts';
import { merge } from '#office/double/merge.ts';
import { addressNow } from '#office/forwarding.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationById } from '#office/organisation/read.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { nouns, type Noun } from '#office/permission.ts';
import { recordHead } from '#office/record.ts';
import { tables } from '#office/tables.ts';
import { undo } from '#office/undoing.ts';
import { undoableOf } from '#office/undoable.ts';
import type { Viewer } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { differing, everything } from './register-rows.ts';
import { arrived, pdf } from './files.ts';
import { accepted, parsed, refusedWith, staff } from '../verbs.ts';

useFreshDatabase();
const publisher = staff('publisher');
const today = '2026-11-21';

async function merged(noun: Noun, kept: string, double: string, take: string[] = []): Promise<void> {
  accepted(await merge(publisher, noun, { id: kept, demands: async () => [], entry: parsed(mergeEntry, { doubleId: [double], take, doubleVersion: [''], reason: ['исто, уписано два пута'] }) }));
}

async function unmerged(noun: Noun, id: string, viewer: Viewer = publisher) {
  const [last] = await reader().select({ seq: change.seq }).from(change).where(eq(change.recordId, id)).orderBy(desc(change.seq)).limit(1);
  return undo(viewer, noun, { id, seq: last?.seq ?? 0 });
}

async function partner(name: string, more: FormValues = {}): Promise<string> {
  const id = accepted(await organisations.draft(publisher, { entry: parsed(organisationEntry, { 'name.sr-Cyrl': [name], kind: ['ngo'], ...more }) }));
  accepted(await organisations.publish(publisher, { id }));
  return id;
}

async function paper(title: string): Promise<void> {
  const { rows: [named] } = await reader().execute<{ id: string }>(sql`select id from organisation order by code limit 1`);
  const id = accepted(await documents.draft(publisher, { entry: parsed(documentEntry, {
    'title.sr-Cyrl': [title], 'title.en': ['Minutes'], kind: ['minutes'], language: ['sr'], visibility: ['public'], 'links.rows': ['1'], 'links.0.record': [`organisation:${named!.id}`],
  }) }));
  accepted(await attach(publisher, { id, entry: { role: 'scan', language: null, replacesId: null }, files: [await arrived(pdf(title))] }));
  accepted(await documents.publish(publisher, { id }));
}

const between = (ids: readonly string[], title = 'Споразум') => parsed(agreementEntry, {
  'title.sr-Cyrl': [title], type: ['cooperation_agreement'], procedure: ['other'], 'parties.rows': [String(ids.length)],
  ...Object.fromEntries(ids.flatMap((id, place) => [[`parties.${place}.organisationId`, [id]], [`parties.${place}.side`, ['them']]])),
});

describe('a merge comes apart again', () => {
  for (const noun of nouns) {
    test(`${noun}: of the two records that are named most, all is as it stood, and what is derived of it`, async () => {
      if (noun === 'document') for (const title of ['Записник', 'Записник (двојник)']) await paper(title);
      const { rows: [kept, double] } = await reader().execute<{ id: string }>(sql`
        select r.id from ${tables[noun].table} r where ${noun === 'organisation' ? sql`not r.is_self and` : sql``} r.publication = 'published'
        order by (select count(*) from agreement_party p where p.organisation_id = r.id or p.agreement_id = r.id) + (select count(*) from milestone m where r.id in (m.agreement_id, m.project_id, m.membership_id, m.programme_id))
          + (select count(*) from document_link l where r.id in (l.record_id, l.document_id)) desc, r.code limit 2`);
      const before = await everything();
      await merged(noun, kept!.id, double!.id);
      assert.notDeepEqual(differing(before, await everything()), []);
      const was = await recordHead(publisher, noun, kept!.id);
      assert.equal((await undoableOf(publisher, was!, new Date()))?.action, `${noun}.merge`);
      accepted(await unmerged(noun, kept!.id));
      assert.deepEqual(differing(before, await everything()), []);
      assert.equal((await recordHead(publisher, noun, kept!.id))?.version, was!.version + 1);
      assert.equal(await undoableOf(publisher, (await recordHead(publisher, noun, kept!.id))!, new Date()), null, 'it is merged again by merging it');
    });
  }

  test('the double stands at its address again with its contacts, and whoever named it has a new version', async () => {
    const kept = await partner('Кућа једна');
    const double = await partner('Кућа друга', { website: ['https://kuca.example'], 'contacts.rows': ['1'], 'contacts.0.name': ['Мира'], 'contacts.0.legalBasis': ['пристанак'] });
    const named = accepted(await agreements.draft(publisher, { entry: between([kept, double]) }));
    const before = agreementFields((await agreementById(publisher, named, today))!);
    await merged('organisation', kept, double, ['website']);
    assert.equal((await addressNow('organisation', 'kuca-druga'))?.slug, 'kuca-jedna');
    const { version } = (await recordHead(publisher, 'agreement', named))!;
    accepted(await unmerged('organisation', kept));
    assert.equal(await addressNow('organisation', 'kuca-druga'), null);
    const [one, other] = [await organisationById(publisher, kept), await organisationById(publisher, double)];
    assert.deepEqual([one?.website, other?.website, other?.publication, other?.contacts.map(({ name }) => name)], [null, 'https://kuca.example', 'published', ['Мира']]);
    assert.deepEqual(agreementFields((await agreementById(publisher, named, today))!), before);
    assert.equal((await recordHead(publisher, 'agreement', named))?.version, version + 1);
    assert.equal((await reader().select().from(personal).where(and(eq(personal.field, 'name'), eq(personal.value, 'Мира')))).length, 1);
  });

  test('what was entered since stays; but nothing comes apart where a row that was moved was changed', async () => {
    const [kept, double] = [await partner('Савез а'), await partner('Савез б')];
    const named = accepted(await agreements.draft(publisher, { entry: between([double]) }));
    await merged('organisation', kept, double);
    const since = accepted(await agreements.draft(publisher, { entry: between([kept], 'Нов споразум') }));
    accepted(await agreements.revise(publisher, { id: named, entry: between([kept], 'Други наслов') }));
    accepted(await unmerged('organisation', kept));
    const partyOf = async (id: string) => (await reader().select({ id: agreementParty.organisationId }).from(agreementParty).where(eq(agreementParty.agreementId, id))).map((row) => row.id);
    assert.deepEqual([await partyOf(named), await partyOf(since), (await agreementById(publisher, named, today))?.title?.['sr-Cyrl']?.text], [[double], [kept], 'Други наслов']);

    await merged('organisation', kept, double);
    accepted(await agreements.revise(publisher, { id: named, entry: between([await partner('Трећи')], 'Други наслов') }));
    await refusedWith(() => unmerged('organisation', kept), 422, [':notTheLast']);
  });

  test('is refused, and writes nothing, to whoever may not merge the double, and to another', async () => {
    const [kept, double] = [await partner('Дом а'), await partner('Дом б')];
    await merged('organisation', kept, double);
    const ofOne = { ...publisher, grants: [{ role: 'publisher', noun: 'organisation', recordId: kept }] } as const;
    await refusedWith(() => unmerged('organisation', kept, ofOne), 403, [':notAllowed']);
    await refusedWith(() => unmerged('organisation', kept, staff('publisher')), 422, [':notTheLast']);
    accepted(await unmerged('organisation', kept));
    await refusedWith(() => unmerged('organisation', kept), 422, [':cannotBeUndone']);
  });
});
