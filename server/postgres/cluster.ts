import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plainFault } from '#db/plain-fault.ts';
import type { Account } from './account.ts';
import { executable } from './binaries.ts';

/** What a child of ours gets of the environment: no secret of the office, and messages in one language. */
export const bareEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  SystemRoot: process.env.SystemRoot,
};

/**
 * Makes the cluster of a home once: UTF-8, Postgres' own C.UTF-8 rules (the same on every machine), scram, checksums.
 * It appears under its name only when it is whole, so a start that was killed half-way begins anew.
 */
export function createCluster(home: string, binaries: string, account: Account | undefined, durability: 'durable' | 'throwaway'): void {
  const cluster = path.join(home, 'cluster');
  if (existsSync(cluster)) return;
  const half = path.join(home, 'cluster.new');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  if (account) chownSync(half, account.uid, account.gid);
  const password = lendPassword(home, account);
  const run = spawnSync(
    executable(binaries, 'initdb'),
    [
      `--pgdata=${half}`,
      '--username=povelja',
      `--pwfile=${password.file}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
      '--data-checksums',
      ...(durability === 'throwaway' ? ['--no-sync'] : []),
    ],
    { ...account, cwd: '/', env: bareEnvironment, encoding: 'utf8' },
  );
  password.takeBack();
  if (run.status !== 0) throw new Error(`initdb could not make the database in ${half}: ${run.error ? plainFault(run.error) : run.stderr.trim()}`);
  renameSync(half, cluster);
}

/** The password of the cluster's owner: random, made once, readable by us alone. */
export function passwordOf(home: string): string {
  const file = path.join(home, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

// initdb reads the password from a file that its own account must be able to open.
function lendPassword(home: string, account: Account | undefined): { file: string; takeBack(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'povelja-'));
  const file = path.join(folder, 'password');
  writeFileSync(file, passwordOf(home), { mode: 0o600 });
  if (account) {
    chownSync(folder, account.uid, account.gid);
    chownSync(file, account.uid, account.gid);
  }
  return { file, takeBack: () => rmSync(folder, { recursive: true, force: true }) };
}
