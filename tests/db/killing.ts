import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { connect, disconnect, reader } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { startPostgres } from '#server/postgres.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { auditOf, spareConnections, type Audit } from './audit.ts';
import { startWriters, type Writing } from './writers.ts';

/** What the kills cost. Times in milliseconds. */
export type Toll = Writing & Audit & {
  readonly kills: number;
  /** From the kill until a query of the office's own pool is answered again: every kill, in order. */
  readonly readyAfter: readonly number[];
  /** What reached the process itself: an exception or a rejection that nobody caught. */
  readonly uncaught: readonly string[];
  /** Of the office's connections those that could not be used at the end, of all; and those found busy with nobody asking. */
  readonly unusable: number;
  readonly busy: number;
};

/** Gives the database this long to be back before the trial is given up. */
const patience = 30_000;

/**
 * Brings up a durable cluster of its own, lets `writers` draft and revise organisations through the gate, and kills the
 * postmaster `kills` times in the middle of it. Says what was lost, half written, hung, uncaught or leaked.
 */
export async function killUnderLoad({ kills, writers = 8 }: { kills: number; writers?: number }): Promise<Toll> {
  const uncaught: string[] = [];
  const note = (error: unknown) => void uncaught.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
  const { folder, remove } = temporaryFolder();
  const postgres = await startPostgres({ dataDir: folder });
  try {
    await migrate(postgres.url);
    connect({ url: postgres.url });
    const load = startWriters(writers);
    const readyAfter: number[] = [];
    for (let round = 1; round <= kills; round += 1) {
      await load.further(writers);
      await wait((round * 137) % 400); // not always at the same moment of a change
      process.kill(postgres.pid(), 'SIGKILL');
      readyAfter.push(await untilReady(postgres.pid(), postgres.pid));
    }
    await load.further(writers);
    const writing = await load.stop();
    const spare = await spareConnections(postgres.url);
    return { ...writing, ...(await auditOf(postgres.url, writing.acknowledged)), ...spare, kills, readyAfter, uncaught };
  } finally {
    await disconnect();
    await postgres.stop();
    await remove();
    process.off('uncaughtException', note);
    process.off('unhandledRejection', note);
  }
}

async function untilReady(killed: number, pid: () => number): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < patience) {
    if (pid() !== killed && (await answers())) return Math.round(performance.now() - began);
    await wait(20);
  }
  throw new Error(`The database was not back ${patience} ms after it was killed.`);
}

function answers(): Promise<boolean> {
  const asked = reader().execute(sql`select 1`).then(() => true, () => false);
  return Promise.race([asked, wait(1_000, false, { ref: false })]);
}
