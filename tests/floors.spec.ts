import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Client } from 'pg';
import * as floorRules from './floor-rules.ts';
import type { Rule } from './floor-rules.ts';
import { useEmptyDatabase } from './fixtures.ts';
import { closure, houseOf, theHouse } from './house.ts';
import * as shapeRules from './shape-rules.ts';

const database = useEmptyDatabase();
const house = theHouse();
const { actionsOf, ...floors } = floorRules;
const rules: Record<string, Rule> = { ...floors, ...shapeRules };

/** For every rule, houses that break it, each in one place. */
const broken: Record<keyof typeof floors | keyof typeof shapeRules, Record<string, string>[]> = {
  oneDirection: [
    { 'messages/a.ts': "import { reader } from '#db/client.ts';" },
    { 'office/a.ts': "import type { Page } from '#app/shown.ts';" },
    { 'components/a.tsx': "const late = await import('#app/viewer.ts');" },
    { 'db/a.ts': "export {\n  one,\n  two,\n} from '#office/viewer.ts';" },
    { 'app/a.ts': "import '#server/main.ts';" },
  ],
  byName: [
    { 'office/a.ts': "import { reader } from '../db/client.ts';" },
    { 'office/a.ts': "import { reader } from '#db/client';" },
  ],
  drawingTakesPureParts: [
    { 'components/a.tsx': "import { agreementBySlug } from '#office/agreement/read.ts';" },
    { 'components/a.tsx': "import { sign } from '#office/agreement/sign.ts';" },
    { 'components/a.tsx': "import { type Line } from '#office/agreement/read.ts';" },
  ],
  nothingBehindDrawing: [
    { 'components/a.tsx': "import { b } from './b.ts';", 'components/b.ts': "import { c } from '#office/outcome.ts';", 'office/outcome.ts': "import { reader } from '#db/client.ts';" },
    { 'components/a.tsx': "import { readFileSync } from 'node:fs';" },
  ],
  nothingBehindPureParts: [{ 'office/visit/entry.ts': "import { agreement } from '#db/schema/agreement.ts';" }],
  onlyTheGateWrites: [
    { 'office/visit/write.ts': "import { reader, writer } from '#db/client.ts';" },
    { 'office/visit/write.ts': "import * as client from '#db/client.ts';" },
    { 'app/a.ts': "import { transact } from '#db/transact.ts';" },
    { 'office/visit/write.ts': "import { makePen } from '#office/pen.ts';" },
    { 'office/visit/read.ts': "import { Pool } from 'pg';" },
  ],
  nounsKeepApart: [
    { 'office/visit/read.ts': "import { ready } from '#office/agreement/preparation.ts';" },
    { 'office/visit/read.ts': "import { derive } from '#office/agreement/derived.ts';" },
  ],
  verbsAreCalledFromOutside: [
    {
      'office/visit/a.ts': "import { draft } from '#office/agreement/write.ts';",
      'office/agreement/write.ts': "import { change, type Entered } from '#office/change.ts';",
    },
    { 'components/a.tsx': "import { sign } from '#office/agreement/sign.ts';", 'office/agreement/sign.ts': "import { act } from '#office/publishing.ts';" },
  ],
  noCircles: [{ 'office/a.ts': "import { b } from './b.ts';\nimport { d } from './d.ts';", 'office/b.ts': "import { c } from './c.ts';", 'office/c.ts': "import { a } from './b.ts';\nimport type { A } from './a.ts';", 'office/d.ts': '' }],
  noCirclesOfNouns: [{ 'office/visit/read.ts': "import type { P } from '#office/project/project.ts';", 'office/project/read.ts': "import { v } from '../visit/visit.ts';" }],
  onlyTheDoorKnowsNextAuth: [{ 'app/act.ts': "import { decode } from 'next-auth/jwt';" }, { 'server/a.ts': "import NextAuth from 'next-auth';" }],
  actionsAreMadeByAct: [
    { 'app/a/actions.ts': "'use server';\n\nimport { act } from '#app/act.ts';\n\nexport async function sign() {}\n" },
    { 'app/a/actions.ts': "'use server';\n\nimport { act } from '#app/act.ts';\n\nexport const sign = unguarded({});\n" },
    { 'app/a/actions.ts': "'use server';\n\nimport { act } from './act.ts';\n\nexport const sign = act({});\n" },
    { 'app/a/actions.ts': "import { act } from '#app/act.ts';\n\nexport const sign = act({});\n" },
    { 'app/a/page.tsx': "async function sign() {\n  'use server';\n}\n" },
    { 'components/form.tsx': "'use server';\n" },
  ],
  filesAreSmall: [{ 'office/a.ts': '\n'.repeat(251) }],
  foldersAreNamedAfterThings: [{ 'office/helpers/a.ts': '' }, { 'components/hooks/a.ts': '' }],
  classesOnly: [{ 'components/a.tsx': '<p style={{ color }}>' }, { 'components/a.tsx': '<script>' }, { 'app/a.tsx': 'dangerouslySetInnerHTML' },
    { 'components/a.tsx': '<script type="application/ld+json" dangerouslySetInnerHTML={{ __html: linkedText(things) }} />' },
    { 'components/linked-data/linked-data.tsx': '<script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(things) }} />' }],
  noBarrels: [
    { 'office/agreement/index.ts': 'export const a = 1;' },
    { 'office/all.ts': "export * from './a.ts';" },
    { 'office/all.ts': "// everything\nexport { a } from './a.ts';\nexport type {\n  B,\n} from './b.ts';\n" },
  ],
  sqlIsEscaped: [{ 'office/a.ts': 'const order = sql.raw(asked);' }, { 'app/a.ts': 'await connection.unsafe(typed);' }],
  faultsAreToldPlainly: [
    { 'server/a.ts': 'log(`It failed: ${error.message}`);' }, { 'app/a.ts': 'const line = fault instanceof Error ? fault.message : String(fault);' },
    { 'office/a.ts': 'console.error(fault.stack);' }, { 'db/a.ts': 'throw new Error(`No: ${run.error?.message ?? 1}`);' },
  ],
  noExceptions: [{ 'office/a.ts': `// ${'oxlint'}-disable-next-line` }, { 'office/a.ts': `let a; // ${'TO'}DO later` }, { 'app/a.tsx': `{/* @ts-${'ignore'} */}` }],
  noDefaultExports: [{ 'office/a.ts': 'export default function a() {}' }],
};

describe('the rules of the house', () => {
  for (const [name, rule] of Object.entries(rules)) {
    test(`${name} holds, and is seen to fail`, () => {
      assert.deepEqual(rule(house), []);
      const houses = broken[name as keyof typeof broken];
      assert.ok(houses.length > 0);
      for (const files of houses) assert.equal(rule(houseOf(files)).length > 0, true, JSON.stringify(files));
    });
  }

  test('the house is read whole: every import of its own names a file that was read', () => {
    assert.ok(house.size > 300);
    const unknown = [...house.values()].flatMap(({ path, imports }) => imports
      .filter(({ target, written }) => /^[#.]/.test(written) && /\.(ts|tsx|mjs)$/.test(target) && !house.has(target))
      .map(({ written }) => `${path} → ${written}`));
    assert.deepEqual(unknown.filter((line) => !line.endsWith('.d.ts')), []);
    for (const { path, text, imports } of house.values()) {
      const said = text.match(/^(?:import|export)\b[^;]*?\bfrom\s*'[^']+';$|^import '[^']+';$/gm)?.length ?? 0;
      assert.ok(imports.length >= said, `${path}: ${said} import lines, ${imports.length} read`);
    }
    assert.ok(closure(house, 'office/organisation/write.ts').has('db/client.ts'));
    assert.ok(actionsOf(house).length > 0);
  });
});

describe('the ledger', () => {
  /** Reasons stand in db/ledger.sql. A table is added here only where a decision says so. */
  const outside = ['agreement_index', 'applied_migration', 'bulk_run', 'change', 'chronicle_entry', 'credential', 'document_index', 'entry_draft', 'file_chunk', 'file_reading', 'half_sign_in', 'import_row', 'membership_index', 'milestone_index', 'one_time_link', 'organisation_index', 'outbox', 'programme_index', 'project_index', 'proposal_entry', 'recovery_code', 'reminder_step', 'revision', 'saved_view', 'search_entry', 'search_word', 'second_factor', 'security_event', 'session', 'sign_in_attempt'];

  test('keeps every table but the few that are written down here', async () => {
    await directly(async (client) => {
      const bare = await tablesWithout(client, 'ledger_revision');
      assert.deepEqual(bare, outside);
      const { rows: [named] } = await client.query<{ names: string[] }>('select povelja_outside_ledger() as names');
      assert.deepEqual(named?.names.toSorted(), outside);
      await client.query('create table forgotten (id uuid primary key)');
      assert.deepEqual(await tablesWithout(client, 'ledger_revision'), [...outside, 'forgotten'].toSorted());
      await client.query('drop table forgotten');
    });
  });

  test('no migration changes what a column of it begins with, how it is called or what it is: ledger:verify would name every row that was not saved since', () => {
    const folder = new URL('../db/migrations/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
    assert.ok(files.length >= 12);
    for (const name of files) assert.deepEqual(turned(readFileSync(new URL(name, folder), 'utf8')), [], name);
    for (const statement of ['ALTER TABLE "agreement" ALTER COLUMN "type" SET DEFAULT \'other\';', 'alter table public.agreement alter type drop default', 'ALTER TABLE "agreement" ADD COLUMN "a" text, ALTER COLUMN "b" SET DATA TYPE bigint;',
      'ALTER TABLE "agreement" ALTER "b" TYPE text USING b::text;', 'ALTER TABLE "agreement" RENAME COLUMN "a" TO "b";', 'ALTER TABLE IF EXISTS ONLY "agreement" RENAME "a" TO "b";', 'do $$ begin ALTER TABLE agreement RENAME TO contract; end $$']) {
      assert.equal(turned(`CREATE TABLE "x" ();--> statement-breakpoint\n${statement}`).length, 1, statement);
    }
    assert.deepEqual(turned('ALTER TABLE "outbox" ALTER COLUMN "tries" SET DEFAULT 1; ALTER TABLE "agreement" RENAME CONSTRAINT a TO b; ALTER TABLE "agreement" ALTER COLUMN "a" SET NOT NULL, ADD COLUMN "type_of" text DEFAULT \'a\' NOT NULL;'), []);
  });

  /** The statements that turn a column or a table of the ledger into another. */
  const turned = (text: string): string[] => [...text.matchAll(/\balter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?(?:"?public"?\.)?"?(\w+)"?\s([^;]*)/gi)].flatMap(([statement, table = '', does = '']) =>
    (!outside.includes(table) && /\balter\s+(?:column\s+)?(?:"\w+"|\w+)\s+(?:(?:set|drop)\s+default|(?:set\s+data\s+)?type)\b|\brename\s+(?!constraint\b)/i.test(does) ? [statement] : []));

  test('no table can be emptied at once, and no trigger sleeps', async () => {
    await directly(async (client) => {
      const open = ['agreement_index', 'bulk_run', 'chronicle_entry', 'search_entry', 'search_word', 'credential', 'entry_draft', 'file_reading', 'import_row', 'one_time_link', 'second_factor', 'recovery_code', 'half_sign_in', 'proposal_entry', 'saved_view', 'security_event', 'session', 'sign_in_attempt', 'applied_migration', 'outbox', 'reminder_step', 'organisation_index', 'programme_index', 'project_index', 'membership_index', 'milestone_index', 'document_index'];
      assert.deepEqual(await tablesWithout(client, 'ledger_truncate'), open.toSorted());
      const { rows: asleep } = await client.query("select tgname from pg_trigger where tgname like 'ledger_%' and tgenabled <> 'O'");
      assert.equal(asleep.length, 0);
    });
  });
});

async function directly(ask: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: database.url() });
  await client.connect();
  try {
    await ask(client);
  } finally {
    await client.end();
  }
}

async function tablesWithout(client: Client, trigger: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')
      and not exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = $1)`, [trigger]);
  return rows.map(({ name }) => name).toSorted();
}
