import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Closing } from '#server/closing.ts';
import { isFree } from '#server/postgres/port.ts';
import { readConfig } from '#server/config.ts';
import { keepSecrets } from '#server/secrets.ts';
import type { Count } from './run.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The first administrator of the site that journeys visit. */
export const admin = { email: 'ana@povelja.example', password: 'три јабуке на столу 7' };

/** Brings up the built site with a data folder of its own, and lets Playwright walk through it. */
export async function runJourneys(files: string[], browser: string, closing: Closing, leaving: AbortSignal): Promise<Count> {
  const { folder, remove } = temporaryFolder();
  closing.add('The folder of the journeys', remove);
  const port = await freePort();
  const site = await startSite(port, path.join(folder, 'data'), closing, leaving);
  const results = path.join(folder, 'results.json');
  await walk(files, { POVELJA_URL: site, POVELJA_CHROMIUM: browser, POVELJA_DATA_DIR: path.join(folder, 'data'), POVELJA_RESULTS: results }, leaving);
  return countIn(results);
}

// The key of the checkout, so that tests and `npm start` share one build; and nothing of the real installation besides.
function startSite(port: number, dataDir: string, closing: Closing, leaving: AbortSignal): Promise<string> {
  const real = readConfig({ DATA_DIR: process.env.DATA_DIR });
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    SEED: 'office',
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: keepSecrets(real.dataDir, {}).actionsKey,
    PUBLIC_URL: '',
    DATABASE_URL: '',
    MIGRATION_DATABASE_URL: '',
    TRUSTED_PROXY: '',
    AUTH_SECRET: '',
    LEDGER_KEY: '',
  };
  const child = spawn(process.execPath, ['server/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  closing.add('The site of the journeys', () => stop(child));
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      process.stdout.write(part);
      said += part.toString();
      const address = /is at (http:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error('The site of the journeys did not come up.')));
    leaving.addEventListener('abort', () => reject(new Error('Stopped.')));
  });
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

async function freePort(): Promise<number> {
  for (let port = 32_100 + (process.pid % 400); ; port += 1) if (await isFree(port)) return port;
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return gone;
}
