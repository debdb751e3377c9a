import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { plainFault } from '#db/plain-fault.ts';
import { accountForPostgres } from './postgres/account.ts';
import { answersWithin, createDatabase } from './postgres/answer.ts';
import { binariesFor } from './postgres/binaries.ts';
import { claim } from './postgres/claim.ts';
import { createCluster, passwordOf } from './postgres/cluster.ts';
import { homeOf, placeNamedIn } from './postgres/home.ts';
import { orphanIn } from './postgres/lock.ts';
import type { Lock } from './postgres/lock.ts';
import { portOf } from './postgres/port.ts';
import { lastWords, launch, shutDown, watch } from './postgres/postmaster.ts';
import type { Launch, Postmaster } from './postgres/postmaster.ts';
import { makeSocketDir, removeSocketDir } from './postgres/socket.ts';

export type PostgresOptions = {
  dataDir: string;
  log?: (line: string) => void;
  /** `throwaway` trades safety for speed: for the clusters of tests alone. */
  durability?: 'durable' | 'throwaway';
};

/** The running database. `url` names its owner and stays the same while Postgres is restarted. */
export type RunningPostgres = { url: string; pid(): number; stop(): Promise<void> };

type Log = (line: string) => void;

/**
 * Brings up the Postgres of a data folder and keeps it up: makes the cluster when there is none, takes over one whose
 * supervisor died, starts it again when it dies. Throws with a plain sentence where that cannot be done.
 */
export async function startPostgres({ dataDir, log = () => {}, durability = 'durable' }: PostgresOptions): Promise<RunningPostgres> {
  const folder = path.resolve(dataDir);
  const account = accountForPostgres(path.join(placeNamedIn(folder) ?? path.join(folder, 'postgres'), 'cluster'));
  const home = homeOf(folder, account);
  const giveBack = claim(path.join(home, 'claim.json'));
  try {
    const binaries = binariesFor(account);
    createCluster(home, binaries, account, durability);
    const orphan = await adoptable(home, log);
    const port = orphan?.port ?? (await portOf(home));
    const socketDir = orphan?.socketDir ?? makeSocketDir(account);
    const how: Launch = { home, binaries, account, durability, port, socketDir };
    return await keep(how, orphan ? watch(orphan.pid) : await launch(how), log, giveBack);
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function keep(how: Launch, first: Postmaster, log: Log, giveBack: () => void): Promise<RunningPostgres> {
  let current = first;
  const stopping = new AbortController();
  const dieTogether = () => void (current.hasEnded() || process.kill(current.pid, 'SIGINT'));
  process.once('exit', dieTogether);
  const running: RunningPostgres = {
    url: urlOf(how.home, how.port, 'povelja'),
    pid: () => current.pid,
    async stop() {
      if (stopping.signal.aborted) return;
      stopping.abort();
      process.off('exit', dieTogether);
      await shutDown(current);
      removeSocketDir(how.socketDir);
      giveBack();
    },
  };
  try {
    await ready(how, current);
  } catch (error) {
    await running.stop();
    throw error;
  }
  void restartForEver(how, () => current, (next) => void (current = next), log, stopping.signal);
  return running;
}

// Recovery after a crash may take long; as long as Postgres lives and says so, we wait.
async function ready({ home, port }: Launch, postmaster: Postmaster): Promise<void> {
  const url = urlOf(home, port, 'postgres');
  if (!(await answersWithin(url, 120_000, postmaster))) throw new Error(`The database did not start. Its last words:\n${lastWords(home)}`);
  await createDatabase(url, 'povelja');
}

// Postgres that dies by itself is started again on the same port, at first at once, then ever more slowly.
async function restartForEver(how: Launch, current: () => Postmaster, replace: (next: Postmaster) => void, log: Log, stopping: AbortSignal): Promise<void> {
  for (let failures = 0; ; failures += 1) {
    const since = performance.now();
    await current().ended;
    if (stopping.aborted) return;
    if (performance.now() - since > 60_000) failures = 0;
    const pause = Math.min(2_000, 100 * 2 ** failures);
    log(`The database stopped by itself; starting it again in ${pause} ms.`);
    await wait(pause, undefined, { ref: false });
    if (stopping.aborted) return;
    await launch(how).then(replace, (error: unknown) => log(`The database could not be started again: ${plainFault(error)}`));
  }
}

// The postmaster that an earlier supervisor left behind, if it still answers; if not, it is stopped.
async function adoptable(home: string, log: Log): Promise<Lock | undefined> {
  const orphan = orphanIn(home);
  if (!orphan) return undefined;
  const postmaster = watch(orphan.pid);
  if (orphan.port > 0 && (await answersWithin(urlOf(home, orphan.port, 'postgres'), 5_000, postmaster))) {
    log(`Took over the database that an earlier start left running (process ${orphan.pid}).`);
    return orphan;
  }
  log(`The database that an earlier start left behind (process ${orphan.pid}) does not answer; stopping it.`);
  await shutDown(postmaster);
  removeSocketDir(orphan.socketDir);
  return undefined;
}

/** The address of a database of this home's cluster, as its owner. */
export function urlOf(home: string, port: number, database: string): string {
  return `postgres://povelja:${passwordOf(home)}@127.0.0.1:${port}/${database}`;
}
