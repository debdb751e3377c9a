import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openSealer, type Sealer } from '#db/chain/sealing.ts';
import { verifyChain } from '#db/chain/verify.ts';
import { Client } from 'pg';
import { lastChanges } from '#office/audit/read.ts';
import { keepDraft } from '#office/draft/write.ts';
import { anonymise } from '#office/person/anonymise.ts';
import { anonymiseEntry } from '#office/person/entry.ts';
import { makeReset, renewLink } from '#office/person/linking.ts';
import { markOf } from '#office/person/person.ts';
import { pastOfPerson } from '#office/person/past.ts';
import { personById } from '#office/person/read.ts';
import { staffBySecret } from '#office/person/session.ts';
import * as people from '#office/person/write.ts';
import { draft } from '#office/organisation/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { keepView } from '#office/saved-view/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { key, sealAll } from '../db/sealed.ts';
import { accepted, parsed, refusedWith } from '../verbs.ts';
import { asAdmin, details, employ, enter, give, ownersHand, secretOf, today, type Known } from './person-ground.ts';

const database = useFreshDatabase();
const byHand = ownersHand(() => database.url());
const sure = parsed(anonymiseEntry, { reason: ['Отишла је у пензију'], sure: ['on'] });

describe('a former person', () => {
  let [admin, gone]: Known[] = [];
  let sealer: Sealer;
  before(async () => {
    [admin, gone] = [await employ('admin'), await employ('editor', { name: ['Добрила Незабораваш'], email: ['dobrila@primer.rs'] })];
    sealer = openSealer({ url: database.url(), key });
  });
  after(() => sealer.close());

  test('is not erased while active, nor by himself, nor by whoever is no admin, nor without a reason and a tick', async () => {
    await refusedWith(() => anonymise(asAdmin(admin!), { id: gone!.id, entry: sure }), 422, [':stillActive']);
    await refusedWith(() => anonymise(asAdmin(admin!), { id: admin!.id, entry: sure }), 403, [':notAllowed']);
    const editor = { ...asAdmin(admin!), grants: [{ role: 'publisher', noun: null, recordId: null }] } as const;
    await refusedWith(() => anonymise(editor, { id: gone!.id, entry: sure }), 404, [':notFound']);
    assert.equal(anonymiseEntry.safeParse({ reason: 'x' }).success, false);
    assert.equal(anonymiseEntry.safeParse({ sure: 'on' }).success, false);
  });

  test('is erased everywhere but in the shape of the history, and the ledger verifies', async () => {
    const id = gone!.id;
    const viewer = (await staffBySecret(await secretOf(gone!.email), today))!;
    accepted(await draft(viewer, { entry: parsed(organisationEntry, { kind: ['ngo'], 'name.sr-Cyrl': ['Удружење које остаје'] }) }));
    await keepDraft(id, '/workspace/partners/new#organisation', { note: ['непослато'] });
    await keepView(viewer, 'agreement', { register: 'agreements', name: 'Моје', query: '', isShared: false });
    await keepView(viewer, 'agreement', { register: 'agreements', name: 'Заједничко', query: '', isShared: true });
    await enter(gone!.email, 'погрешна лозинка');
    accepted(await give(systemViewer, id, { role: ['contributor'] }));
    accepted(await people.revise(systemViewer, { id, today, entry: details({ ...gone!, name: 'Добрила Друга' }) }));
    const link = await makeReset(asAdmin(admin!), { id });
    assert.ok(link.done);
    accepted(await people.deactivate(asAdmin(admin!), { id, today }));
    await sealAll(sealer);

    accepted(await anonymise(asAdmin(admin!), { id, entry: sure }));

    for (const table of ['session', 'credential', 'one_time_link', 'second_factor', 'recovery_code', 'half_sign_in', 'entry_draft', 'outbox']) {
      const [{ n } = {}] = await byHand(`select count(*)::int as n from ${table} where person_id = $1`, [id]);
      assert.equal(n, 0, table);
    }
    assert.deepEqual(await byHand('select field from personal where owner_id = $1', [id]), []);
    assert.deepEqual(await byHand('select name from saved_view where person_id = $1', [id]), [{ name: 'Заједничко' }]);
    // A tab that he left open, with the mark that the form is his, writes nothing any more.
    assert.equal(await keepDraft(id, '/workspace/partners/new#organisation', { note: ['Добрила пише још'] }), null);
    assert.deepEqual(await byHand('select count(*)::int as n from entry_draft where person_id = $1', [id]), [{ n: 0 }]);
    const [{ n: attempts } = {}] = await byHand("select count(*)::int as n from sign_in_attempt where account = encode(sha256('dobrila@primer.rs'), 'hex')");
    assert.equal(attempts, 0);
    const tables = await byHand("select tablename from pg_tables where schemaname = 'public'");
    for (const { tablename } of tables) {
      const [{ n } = {}] = await byHand(`select count(*)::int as n from ${String(tablename)} t where to_jsonb(t)::text ilike '%добрила%' or to_jsonb(t)::text ilike '%dobrila@%'`);
      assert.equal(n, 0, String(tablename));
    }
    const [last] = await byHand('select action, reason, actor_id from change order by seq desc limit 1');
    assert.deepEqual(last, { action: 'person.anonymise', reason: 'Отишла је у пензију', actor_id: admin!.id });
    await sealAll(sealer);
    const client = new Client({ connectionString: database.url() });
    await client.connect();
    assert.deepEqual(await verifyChain(client, key).then(({ fault, tail }) => [fault, tail]), [null, 0]);
    await client.end();
  });

  test('stays in the history without a name, under signs of his own', async () => {
    const shown = (await lastChanges(systemViewer, { limit: 50 })).find(({ actorId }) => actorId === gone!.id);
    assert.deepEqual([shown?.actor, shown?.actorKind, shown?.action], [null, 'person', 'organisation.draft']);
    assert.match(markOf(gone!.id), /^[0-9A-F]{4}$/);
    const past = await pastOfPerson(asAdmin(admin!), gone!.id);
    assert.deepEqual(past.map(({ action }) => action).filter((action) => /anonymise|grant|invite/.test(action)), ['person.anonymise', 'person.grant', 'person.invite']);
    assert.deepEqual(past.find(({ action }) => action === 'person.grant')?.given, [{ role: 'contributor', scopeNoun: null, scopeId: null, until: null }]);
    assert.deepEqual(await pastOfPerson({ ...asAdmin(admin!), grants: [] }, gone!.id), []);
  });

  test('is nobody who could be brought back, revised, given a role or a link', async () => {
    const id = gone!.id;
    const viewer = asAdmin(admin!);
    await refusedWith(() => people.reactivate(viewer, { id }), 422, [':anonymised']);
    await refusedWith(() => people.revise(viewer, { id, today, entry: details(gone!) }), 422, [':anonymised']);
    await refusedWith(() => give(viewer, id, { role: ['editor'] }), 422, [':anonymised']);
    await refusedWith(() => renewLink(viewer, { id }), 422, [':anonymised']);
    await refusedWith(() => makeReset(viewer, { id }), 422, [':anonymised']);
    await refusedWith(() => anonymise(viewer, { id, entry: sure }), 422, [':anonymised']);
    const held = await personById(viewer, id);
    assert.deepEqual([held?.name, held?.email, held?.grants], [null, null, []]);
    // The address is free for somebody else.
    accepted(await people.invite(systemViewer, { entry: { name: 'Друга Добрила', email: 'dobrila@primer.rs', writtenForm: 'sr-Cyrl', role: 'editor', noun: null, recordId: null, until: null } }));
  });
});
