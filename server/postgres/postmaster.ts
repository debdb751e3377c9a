import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account } from './account.ts';
import { executable } from './binaries.ts';
import { bareEnvironment } from './cluster.ts';
import { isAlive } from './life.ts';
import { clearDeadLock } from './lock.ts';

export type Launch = {
  home: string;
  binaries: string;
  account: Account | undefined;
  port: number;
  socketDir: string;
  durability: 'durable' | 'throwaway';
};

/** A running postmaster: its number, whether it has ended, and a promise of its end. */
export type Postmaster = { pid: number; hasEnded(): boolean; ended: Promise<void> };

/** Watches a postmaster that is not our child. */
export function watch(pid: number): Postmaster {
  const ended = (async () => {
    while (isAlive(pid)) await wait(200, undefined, { ref: false });
  })();
  return { pid, hasEnded: () => !isAlive(pid), ended };
}

/** Starts Postgres as a session of its own, so that Ctrl-C in the terminal reaches us and not it. */
export async function launch({ home, binaries, account, port, socketDir, durability }: Launch): Promise<Postmaster> {
  await clearDeadLock(home);
  const log = openLog(path.join(home, 'postgres.log'));
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: socketDir,
    max_connections: '100',
    password_encryption: 'scram-sha-256',
    log_timezone: 'UTC',
    // The details of a fault are the values of the row, people's among them.
    log_error_verbosity: 'terse',
    timezone: 'UTC',
    // What is read stands in memory or on a disk without arms: Postgres' usual 4 is that of one with arms, for which it reads whole tables sooner than an index.
    random_page_cost: '1.1',
    ...(durability === 'durable' ? { shared_buffers: `${buffers()}MB` } : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '256MB' }),
  };
  const child = spawn(
    executable(binaries, 'postgres'),
    ['-D', path.join(home, 'cluster'), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...account, cwd: '/', env: bareEnvironment, stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  if (child.pid === undefined) throw new Error(`${child.spawnfile} could not be run.`);
  child.unref();
  return { pid: child.pid, hasEnded: () => child.exitCode !== null || child.signalCode !== null, ended };
}

/** How many megabytes of the database Postgres keeps in memory: its own 128 where there is little, else a sixteenth of it. It takes them as it needs them. */
function buffers(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2 ** 20;
  return Math.round(Math.min(1_024, Math.max(128, memory / 16)));
}

/** Stops in the order of politeness: fast shutdown, immediate shutdown, kill. */
export async function shutDown({ pid, ended }: Postmaster): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [['SIGINT', 5_000], ['SIGQUIT', 2_000], ['SIGKILL', 1_000]];
  for (const [signal, patience] of steps) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await endsWithin(ended, patience)) return;
  }
}

async function endsWithin(ended: Promise<void>, patience: number): Promise<boolean> {
  const enough = new AbortController();
  const late = wait(patience, false, { signal: enough.signal }).catch(() => false);
  const seen = await Promise.race([ended.then(() => true), late]);
  enough.abort();
  return seen;
}

/** The last lines of the log, for a message that says why Postgres would not start. */
export function lastWords(home: string): string {
  const file = path.join(home, 'postgres.log');
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n') : '';
}

function openLog(file: string): number {
  const full = existsSync(file) && statSync(file).size > 10_000_000;
  return openSync(file, full ? 'w' : 'a', 0o600);
}
