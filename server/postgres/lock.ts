import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { commandOf, hasNumber, isAlive } from './life.ts';

/** What a postmaster writes about itself into postmaster.pid. */
export type Lock = { pid: number; port: number; socketDir: string; segment: string };

/** The postmaster that an earlier supervisor left running. */
export function orphanIn(home: string): Lock | undefined {
  const lock = lockIn(home);
  return lock && isOurs(lock.pid, home) ? lock : undefined;
}

/**
 * Removes the lock of a postmaster that has ended where its number is taken, by itself uncollected or by a stranger after
 * the machine was started anew: Postgres would take that for a running one. Waits for the backends of a killed postmaster
 * first, as Postgres itself would, since they may still write.
 */
export async function clearDeadLock(home: string): Promise<void> {
  const lock = lockIn(home);
  if (!lock || isOurs(lock.pid, home)) return;
  for (let tries = 0; tries < 100 && isAttached(lock.segment); tries += 1) await wait(50);
  if (hasNumber(lock.pid) && !isAttached(lock.segment)) rmSync(fileIn(home), { force: true });
}

function lockIn(home: string): Lock | undefined {
  const file = fileIn(home);
  if (!existsSync(file)) return undefined;
  const [pid, , , port, socketDir = '', , segment = ''] = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(pid), port: Number(port), socketDir, segment: segment.trim().split(/\s+/)[1] ?? '' };
}

function isOurs(pid: number, home: string): boolean {
  return isAlive(pid) && commandOf(pid).includes(path.join(home, 'cluster'));
}

// Every process of a cluster is attached to one small segment of shared memory; Linux lists who still is.
function isAttached(segment: string): boolean {
  if (process.platform !== 'linux' || segment === '') return false;
  const rows = readFileSync('/proc/sysvipc/shm', 'utf8').split('\n').map((row) => row.trim().split(/\s+/));
  return rows.some((row) => row[1] === segment && Number(row[6]) > 0);
}

function fileIn(home: string): string {
  return path.join(home, 'cluster', 'postmaster.pid');
}
