import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { accountForPostgres } from './postgres/account.ts';
import type { Account } from './postgres/account.ts';
import { binariesFor } from './postgres/binaries.ts';
import { claim } from './postgres/claim.ts';
import { createCluster, passwordOf } from './postgres/cluster.ts';
import { homeOf } from './postgres/home.ts';
import { portOf } from './postgres/port.ts';
import { lastWords, launch, orphanIn, shutDown, watch } from './postgres/postmaster.ts';
import type { Launch, Postmaster } from './postgres/postmaster.ts';

export type PostgresOptions = {
  dataDir: string;
  log?: (line: string) => void;
  /** `throwaway` trades safety for speed: for the clusters of tests alone. */
  durability?: 'durable' | 'throwaway';
};

/** The running database. `url` names its owner and stays the same while Postgres is restarted. */
export type RunningPostgres = { url: string; pid(): number; stop(): Promise<void> };

/**
 * Brings up the Postgres of a data folder and keeps it up: makes the cluster when there is none, takes over one whose
 * supervisor died, starts it again when it dies. Throws with a plain sentence where that cannot be done.
 */
export async function startPostgres({ dataDir, log = () => {}, durability = 'durable' }: PostgresOptions): Promise<RunningPostgres> {
  const account = accountForPostgres();
  const home = homeOf(path.resolve(dataDir), account);
  const giveBack = claim(path.join(home, 'claim.json'));
  try {
    const binaries = binariesFor(account);
    createCluster(home, binaries, account, durability);
    return await superviseIn({ home, binaries, account, durability }, log, giveBack);
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function superviseIn(
  found: Pick<Launch, 'home' | 'binaries' | 'account' | 'durability'>,
  log: (line: string) => void,
  giveBack: () => void,
): Promise<RunningPostgres> {
  const { home } = found;
  const urlAt = (port: number, database: string) => `postgres://povelja:${passwordOf(home)}@127.0.0.1:${port}/${database}`;
  const adopted = await adopt(home, (port) => urlAt(port, 'postgres'), log);
  const start: Launch = { ...found, port: adopted?.port ?? (await portOf(home)), socketDir: adopted?.socketDir ?? makeSocketDir(found.account) };
  const adminUrl = urlAt(start.port, 'postgres');

  let current: Postmaster = adopted?.postmaster ?? launch(start);
  let stopping = false;
  const dieTogether = () => {
    if (!stopping) process.kill(current.pid, 'SIGINT');
  };
  process.once('exit', dieTogether);

  async function stop(): Promise<void> {
    stopping = true;
    process.off('exit', dieTogether);
    await shutDown(current);
    rmSync(start.socketDir, { recursive: true, force: true });
    giveBack();
  }

  try {
    await ready(adminUrl, current, home);
    await createDatabase(adminUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  void keepUp();
  return { url: urlAt(start.port, 'povelja'), pid: () => current.pid, stop };

  // Postgres that dies by itself is started again on the same port, at first at once, then ever more slowly.
  async function keepUp(): Promise<void> {
    for (let failures = 0; ; failures += 1) {
      const since = Date.now();
      await current.ended;
      if (stopping) return;
      if (Date.now() - since > 60_000) failures = 0;
      const pause = Math.min(5_000, 100 * 2 ** failures);
      log(`The database stopped by itself; starting it again in ${pause} ms.`);
      await wait(pause, undefined, { ref: false });
      if (stopping) return;
      current = launch(start);
    }
  }
}

async function adopt(home: string, urlAt: (port: number) => string, log: (line: string) => void) {
  const orphan = orphanIn(home);
  if (!orphan) return undefined;
  const postmaster = watch(orphan.pid);
  if (orphan.port > 0 && (await answersWithin(urlAt(orphan.port), 5_000, postmaster))) {
    log(`Took over the database that an earlier start left running (process ${orphan.pid}).`);
    return { ...orphan, postmaster };
  }
  log(`The database that an earlier start left behind (process ${orphan.pid}) does not answer; stopping it.`);
  await shutDown(postmaster);
  return undefined;
}

// Recovery after a crash may take long; as long as Postgres lives and says so, we wait.
async function ready(url: string, postmaster: Postmaster, home: string): Promise<void> {
  if (await answersWithin(url, 120_000, postmaster)) return;
  throw new Error(`The database did not start. Its last words:\n${lastWords(home)}`);
}

async function answersWithin(url: string, patience: number, postmaster: Postmaster): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline && !postmaster.hasEnded()) {
    if (await answers(url)) return true;
    await wait(50);
  }
  return false;
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    const late = wait(3_000, false, { ref: false });
    return await Promise.race([sql`select 1`.then(() => true), late]);
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 0 });
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'povelja'`;
    if (!found) await sql`create database povelja`;
  } finally {
    await sql.end();
  }
}

// The path of a socket may hold about a hundred bytes, so a long temporary folder is passed over.
function makeSocketDir(account: Account | undefined): string {
  if (process.platform === 'win32') return '';
  const base = tmpdir().length < 60 && existsSync(tmpdir()) ? tmpdir() : '/tmp';
  const folder = mkdtempSync(path.join(base, 'povelja-'));
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o711);
  return folder;
}
