import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Closing } from '#server/closing.ts';
import type { Count } from './run.ts';
import { startSite } from './site.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Brings up the built site with a data folder of its own, and lets Playwright walk through it. */
export async function runJourneys(files: string[], browser: string, closing: Closing, leaving: AbortSignal): Promise<Count> {
  const { folder, remove } = temporaryFolder();
  closing.add('The folder of the journeys', remove);
  const dataDir = path.join(folder, 'data');
  const site = await startSite(dataDir);
  closing.add('The site of the journeys', async () => void (await site.stop()));
  const results = path.join(folder, 'results.json');
  await walk(files, { POVELJA_URL: site.address, POVELJA_CHROMIUM: browser, POVELJA_DATA_DIR: dataDir, POVELJA_RESULTS: results }, leaving);
  return countIn(results);
}

function walk(files: string[], extra: Record<string, string>, leaving: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', ...files], {
    env: { ...process.env, ...extra },
    stdio: ['ignore', 'inherit', 'inherit'],
    signal: leaving,
    killSignal: 'SIGINT', // Playwright closes its browsers on this one
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}

function countIn(file: string): Count {
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: unknown[];
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
