import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { Client } from 'pg';
import { fold } from '#messages/fold.ts';
import { toLatin } from '#messages/latin.ts';
import { bareDatabase, type FreshDatabase } from '../fixtures.ts';

const serbian = fc.string({
  unit: fc.constantFrom(...'абвгдђежзијклљмнњопрстћуфхцчџшАЂЖЉЊЋЏШabcčćdđžšjnlAČĆDĐŽŠJNLǅǉ. -„“1'),
  maxLength: 40,
});
// The scripts of Europe; beyond them an old ICU under Postgres may know fewer capitals than Node does.
const european = fc.oneof(fc.integer({ min: 0x01, max: 0x058f }), fc.integer({ min: 0x1e00, max: 0x1fff }), fc.integer({ min: 0xfb00, max: 0xfb06 }));
const anyText = fc.array(european, { maxLength: 20 }).map((points) => String.fromCodePoint(...points));

test('both scripts, every case and all spellings of Ђ are one', () => {
  for (const spelling of ['Ниш', 'Niš', 'NIS', 'НИШ', 'nis\u030c']) assert.equal(fold(spelling), 'nis', spelling);
  for (const spelling of ['Ђорђе', 'Đorđe', 'Djordje', 'DJORDJE', 'ђорђе']) assert.equal(fold(spelling), 'djordje', spelling);
  assert.equal(fold('Гаџин Хан, Gadžin Han, ǅ'), 'gadzin han, gadzin han, dz');
  assert.equal(fold('Čačak Ћуприја ŽIVOT'), 'cacak cuprija zivot');
});

test('folding twice changes nothing, and the script does not matter', () => {
  fc.assert(fc.property(serbian, (text) => {
    assert.equal(fold(fold(text)), fold(text));
    assert.equal(fold(toLatin(text)), fold(text));
  }));
});

describe('povelja_fold in Postgres', () => {
  let database: FreshDatabase;
  let client: Client;

  before(async () => {
    database = await bareDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(await readFile('db/search.sql', 'utf8'));
  });

  after(async () => {
    await client?.end();
    await database?.drop();
  });

  test('SQL folds as TypeScript does', async () => {
    const texts = [...fc.sample(serbian, 500), ...fc.sample(anyText, 500), 'İstanbul', 'ΟΔΟΣ Σς', 'Straße ﬁ ①', 'Йод ѓ Ё', ''];
    const { rows } = await client.query<{ text: string; folded: string }>('select text, povelja_fold(text) as folded from unnest($1::text[]) with ordinality t(text, at) order by at', [texts]);
    assert.equal(rows.length, texts.length);
    for (const row of rows) assert.equal(row.folded, fold(row.text), JSON.stringify(row.text));
  });

  test('an index may stand on it, and null stays null', async () => {
    await client.query('create temporary table folded (name text)');
    await client.query('create index on folded (povelja_fold(name))');
    const { rows } = await client.query('select povelja_fold(null) as nothing');
    assert.deepEqual(rows, [{ nothing: null }]);
  });
});
