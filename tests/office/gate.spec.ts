import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { Client } from 'pg';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { draft, publish, revise, verify, withdraw } from '#office/organisation/write.ts';
import { parseEntry } from '#office/entry/parse.ts';
import { systemViewer, visitor, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { ledger } from '../verbs.ts';
import { refusedWith } from '../verbs.ts';

const database = useEmptyDatabase();
const editor: Staff = {
  kind: 'staff', id: randomUUID(), name: 'Уредница', writtenForm: 'sr-Cyrl', sessionHash: null, grants: [{ role: 'editor', noun: null, recordId: null }],
};

function entry(name: string) {
  const parsed = parseEntry(organisationEntry, { 'name.sr-Cyrl': [name], kind: ['local_government'] });
  assert.ok(parsed.ok);
  return parsed.entry;
}

async function drafted(name: string): Promise<string> {
  const outcome = await draft(editor, { entry: entry(name) });
  assert.ok(outcome.done);
  return outcome.value.id;
}

describe('the gate', () => {
  test('a draft is one change and one revision', async () => {
    const before = await ledger();
    const id = await drafted('Општина Пример');
    const after = await ledger();
    assert.deepEqual(after, [before[0]! + 1, before[1]! + 1]);
    const [row] = await reader().select().from(organisation).where(eq(organisation.id, id));
    assert.equal(row?.code, 'NI-ORG-001');
    assert.equal(row?.slug, 'opstina-primer');
    assert.equal(row?.createdBy, editor.id);
  });

  test('refused: the issue is said and nothing is written', async () => {
    const id = await drafted('Општина Одбијена');
    const before = await ledger();
    assert.deepEqual(await publish(editor, { id }), { done: false, status: 403, issues: [{ field: '', rule: 'notAllowed' }] });
    assert.deepEqual(await draft(visitor, { entry: entry('Ничија') }), { done: false, status: 403, issues: [{ field: '', rule: 'notAllowed' }] });
    const unseen = await revise(visitor, { id, entry: entry('Туђа') });
    assert.equal(unseen.done ? 200 : unseen.status, 404);
    assert.deepEqual(await ledger(), before);
  });

  test('an act on a record whose form carries no id, or none that is one, finds no record', async () => {
    const publisher: Staff = { ...editor, grants: [{ role: 'publisher', noun: null, recordId: null }] };
    const reason = { origin: 'sr-Cyrl', 'sr-Cyrl': { text: 'унето двапут', state: 'draft' } } as const;
    for (const id of ['', 'new', "' or true --"]) {
      await refusedWith(() => publish(publisher, { id }), 404, [':notFound']);
      await refusedWith(() => revise(publisher, { id, entry: entry('Ничија') }), 404, [':notFound']);
      await refusedWith(() => withdraw(publisher, { id, reason }), 404, [':notFound']);
      await refusedWith(() => verify(publisher, { id, verification: 'checked', today: '2026-11-21' }), 404, [':notFound']);
    }
  });

  test('the second writer of a version is told so and changes nothing', async () => {
    const id = await drafted('Општина Сукоб');
    assert.ok((await revise(editor, { id, version: 1, entry: entry('Општина Први') })).done);
    const before = await ledger();
    const second = await revise(editor, { id, version: 1, entry: entry('Општина Други') });
    assert.equal(second.done ? 200 : second.status, 409);
    assert.deepEqual(await ledger(), before);
  });

  test('one request, however often and however parallel, is one change', async () => {
    const requestId = randomUUID();
    const before = await ledger();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => draft(editor, { entry: entry('Општина Дупли клик'), requestId })));
    const ids = new Set(outcomes.map((outcome) => (outcome.done ? outcome.value.id : 'refused')));
    assert.equal(ids.size, 1);
    assert.equal((await ledger())[0], before[0]! + 1);
  });

  test('withdrawing and publishing go only from where they may', async () => {
    const id = await drafted('Општина Објава');
    const reason = { origin: 'sr-Cyrl', 'sr-Cyrl': { text: 'унето двапут', state: 'draft' } } as const;
    assert.equal((await withdraw(systemViewer, { id, reason })).done, false);
    assert.ok((await publish(systemViewer, { id })).done);
    assert.equal((await publish(systemViewer, { id })).done, false);
    assert.ok((await withdraw(systemViewer, { id, reason })).done);
  });
});

describe('the ledger', () => {
  test('refuses a write behind which no change stands, from psql too', async () => {
    const insert = "insert into organisation (code, slug) values ('X-1', 'x')";
    await directly({}, async (client) => {
      await assert.rejects(client.query(insert), /no change stands behind this write/);
      const { rows: [last] } = await client.query<{ seq: string }>('select max(seq) as seq from change');
      await client.query('begin');
      await client.query("select set_config('povelja.change', $1, true)", [last?.seq]);
      await assert.rejects(client.query(insert), /no change stands behind this write/);
    });
  });

  test('refuses update, delete and truncate of its own rows', async () => {
    await directly({}, async (client) => {
      await assert.rejects(client.query("update change set reason = 'x'"), /refused/);
      await assert.rejects(client.query('delete from revision'), /refused/);
      await assert.rejects(client.query('truncate revision'), /refused/);
      await assert.rejects(client.query('truncate setting'), /refused/);
    });
  });

  test('the app cannot have the trigger write for it, from a table of its own by the name of another', async () => {
    await directly({ options: '-c role=povelja_app' }, async (client) => {
      await client.query('begin');
      await client.query('savepoint own');
      await client.query('create temporary table agreement (id uuid)').catch(() => client.query('rollback to own'));
      const attach = 'create trigger forged after insert on pg_temp.agreement for each row execute function povelja_record_revision()';
      await assert.rejects(client.query(attach), /permission denied|does not exist/);
    });
  });

  test('the app cannot enter a change of another day, in another transaction, or already sealed', async () => {
    await directly({ options: '-c role=povelja_app' }, async (client) => {
      const { rows: [entered] } = await client.query<{ true_at: boolean; own: boolean; sealed: boolean }>(`
        insert into change (at, actor_kind, action, noun, record_id, transaction, mac)
        values ('2003-01-01', 'system', 'organisation.draft', 'organisation', gen_random_uuid(), '3', 'x')
        returning at > now() - interval '1 minute' as true_at, transaction = pg_current_xact_id() as own, mac is not null as sealed`);
      assert.deepEqual(entered, { true_at: true, own: true, sealed: false });
    });
  });

  test('the app cannot forge a revision, the reader cannot write at all', async () => {
    for (const [role, statement] of [
      ['povelja_app', "insert into revision (change_seq, table_name, row_id) values (1, 'x', gen_random_uuid())"],
      ['povelja_app', 'update change set reason = null'],
      ['povelja_app', 'alter table organisation add column x int'],
      ['povelja_reader', "insert into organisation (code, slug) values ('X-2', 'x2')"],
      ['povelja_reader', 'select * from credential'],
    ] as const) {
      await directly({ options: `-c role=${role}` }, (client) =>
        assert.rejects(client.query(statement), /permission denied|must be owner/, `${role}: ${statement}`));
    }
  });
});

/** Past the office's own clients, as `psql` would. */
async function directly(how: { options?: string }, ask: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: database.url(), ...how });
  await client.connect();
  try {
    await ask(client);
  } finally {
    await client.end();
  }
}
