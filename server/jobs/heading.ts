import { sql } from 'drizzle-orm';
import { headAt, writtenHead } from '#db/chain/head.ts';
import { belgradeToday, writeTime } from '#messages/dates.ts';
import { aside } from '#office/change.ts';
import { post } from '#office/posting.ts';
import type { Mail } from '#server/mail-config.ts';
import { startClock, type Job } from './clock.ts';
import { databaseNow } from './clocks.ts';

/** The hour in Belgrade from which the letter of the day is written. */
const evening = 18;

/**
 * Writes to the auditor once a day how far the ledger was sealed: whoever cuts off its end later cannot take that letter back. Two
 * instances write one letter; a day on which the app was down in the evening has none, and the next one proves it as well. The day is that of the database's clock.
 */
export function startHeading({ mail, log, pause = 300_000 }: { mail: Mail | undefined; log: (line: string) => void; pause?: number }): Job {
  return startClock({
    name: 'The letter with the head of the ledger', pause, log,
    turn: async () => {
      if (!mail?.auditor) return undefined;
      const at = await databaseNow();
      if (Number(writeTime(at, 'en').slice(0, 2)) >= evening) await postHead(mail.auditor, belgradeToday(at));
      return undefined;
    },
  });
}

/** Puts the letter of this ISO day into the outbox, where it is not there yet. */
export async function postHead(auditor: string, today: string): Promise<void> {
  await aside(async (db) => {
    const { rows: [last] } = await db.execute<{ seq: string; mac: Buffer }>(sql`select seq, mac from change where mac is not null order by substring(mac from 1 for 8) desc limit 1`);
    const head = headAt(last ? { seq: BigInt(last.seq), seal: last.mac } : null);
    await post(db, {
      kind: 'ledgerHead', due: today, to: { address: auditor },
      said: { head: head && writtenHead(head) },
    });
  });
}
