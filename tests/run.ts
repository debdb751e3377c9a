// `npm test`: compiler, linter, every spec against a real Postgres, every journey in a real browser against the built
// site. With arguments only the specs they name. The last line is "N passed, N failed". Leaves nothing running.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { startCluster } from './cluster.ts';
import { findBrowser } from './browser.ts';
import { runJourneys } from './journeys.ts';
import { runSpecs } from './specs.ts';
import { sweep } from './temporary-folder.ts';
import { orderOfClosing, whenToldToLeave } from '#server/closing.ts';

export type Count = { passed: number; failed: number };

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const named = process.argv.slice(2).map((file) => path.relative(root, path.resolve(file)));
const journeys = chosen('tests/app/**/*.spec.ts');
const specs = chosen('tests/{messages,db,office,components,server}/**/*.spec.ts', 'tests/*.spec.ts');

const closing = orderOfClosing(console.error);
const leaving = new AbortController();
const total: Count = { passed: 0, failed: 0 };
closing.add('What killed specs left behind', sweep);
whenToldToLeave(() => {
  leaving.abort();
  console.error('Stopped before the end.');
  total.failed += 1;
  void end();
});

if (named.length === 0) {
  await stage('Types', () => tool('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'));
  await stage('Lint', () => tool('node_modules/oxlint/bin/oxlint', '--quiet'));
}
if (specs.length > 0) {
  await stage('Database', async () => {
    const cluster = await startCluster();
    closing.add('The cluster of the specs', cluster.stop);
    process.env.POVELJA_TEST_CLUSTER = cluster.url;
    return { passed: 0, failed: 0 };
  });
  await stage('Specs', () => runSpecs(specs, leaving.signal));
}
if (journeys.length > 0) {
  await stage('Journeys', async () => runJourneys(journeys, await findBrowser(console.log), closing, leaving.signal));
}
const strangers = named.filter((name) => ![...specs, ...journeys].includes(name));
if (strangers.length > 0) {
  console.error(`No spec is named ${strangers.join(', ')}.`);
  total.failed += 1;
}
await end();

function chosen(...patterns: string[]): string[] {
  const all = globSync(patterns, { cwd: root }).toSorted();
  return named.length === 0 ? all : all.filter((file) => named.includes(file));
}

// A stage that cannot even run counts as one failure, and the others still run.
async function stage(name: string, run: () => Promise<Count>): Promise<void> {
  if (leaving.signal.aborted) return;
  const began = Date.now();
  const count = await run().catch((error: unknown): Count => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  total.passed += count.passed;
  total.failed += count.failed;
  console.log(`— ${name}: ${count.passed} passed, ${count.failed} failed, ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

function tool(file: string, ...args: string[]): Promise<Count> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'inherit', 'inherit'], signal: leaving.signal });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
  });
}

async function end(): Promise<void> {
  await closing.closeAll();
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}
