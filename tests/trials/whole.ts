import { crowd, polled, rolling } from './instances.ts';
import { partnersOf } from './hands.ts';
import type { Report } from './report.ts';
import { manyPeople, pressedTwice, sameForm, sameRecord } from './savers.ts';
import { slowClients } from './slow.ts';
import { openTown } from './town.ts';
import { openTwo } from './two.ts';

/** People who save the same record and send the same form: through the gate in great numbers, then through the built site. */
export async function saving(size: { rounds: number; forms: number; people: number; presses: number }): Promise<Report> {
  const gate = [await sameRecord(size), await sameForm({ rounds: size.forms })];
  const town = await openTown();
  try {
    const reader = await town.ana();
    const [record = ''] = await partnersOf(reader, 1);
    const counted = async (name: string) => (await town.ask("select from organisation where name -> 'sr-Cyrl' ->> 'text' = $1", [name])).length;
    return together([...gate, await manyPeople(size, reader, record), await pressedTwice(size, reader, counted)]);
  } finally {
    await town.leave();
  }
}

/** Two instances on one database: old pages, crowds, and both started anew in turn, in order and killed. */
export async function instances(size: { turns: number; people: number; requests: number; restarts: number }): Promise<Report> {
  const two = await openTwo();
  try {
    return together([await polled(size, two), await crowd(size, two), await rolling(size, two), await rolling({ requests: 500, restarts: 2, ends: 'killed' }, two)]);
  } finally {
    await two.leave();
  }
}

/** A thousand who send byte by byte, before a site that others read. */
export async function slow(size: { connections: number; seconds: number }): Promise<Report> {
  const town = await openTown();
  try {
    return await slowClients(size, town.address);
  } finally {
    await town.leave();
  }
}

export function together(reports: readonly Report[]): Report {
  return { figures: reports.flatMap(({ figures }) => figures), faults: reports.flatMap(({ faults }) => faults) };
}
