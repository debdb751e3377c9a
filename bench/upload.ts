import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect, disconnect } from '#db/client.ts';
import { takeIn } from '#office/document/arrival.ts';
import { store } from '#office/document/store.ts';
import { median, milliseconds, type Figure } from './figures.ts';
import type { MeasuredSite } from './site.ts';

const size = 25_000_000;
const piece = 65_536;

/** A paper of 25 MB taken into the store as it streams in, beside the same bytes written to a file and flushed; memory sampled meanwhile. */
export async function measureUpload(site: Pick<MeasuredSite, 'databaseUrl'>, rounds: number): Promise<Figure[]> {
  connect({ url: site.databaseUrl });
  try {
    const plain: number[] = [];
    const taken: number[] = [];
    let grown = 0;
    for (let round = -1; round < rounds; round += 1) {
      const written = await timed(() => writePlainly());
      const before = process.memoryUsage().rss;
      let most = before;
      const sampling = setInterval(() => { most = Math.max(most, process.memoryUsage().rss); }, 10);
      const kept = await timed(() => keepPaper());
      clearInterval(sampling);
      if (round < 0) continue;
      plain.push(written);
      taken.push(kept);
      grown = Math.max(grown, most - before);
    }
    return [
      { name: `25 MB taken into the store, ${rounds} times; the same bytes written to a file and flushed ${milliseconds(median(plain))}`, value: `p50 ${milliseconds(median(taken))}, × ${(median(taken) / median(plain)).toFixed(1)}`, goal: '', met: null },
      { name: '… memory of the process grown meanwhile, at most', value: `${(grown / 1e6).toFixed(1)} MB`, goal: '< 25 MB', met: grown < size },
    ];
  } finally {
    await disconnect();
  }
}

async function keepPaper(): Promise<void> {
  const arrival = await takeIn({ name: 'papir.pdf', bytes: paper(), cut: () => false, skip: () => {} }, { limit: 26_214_400 });
  if ('issue' in arrival) throw new Error(arrival.issue.rule);
  await store.drop(arrival.file.storeKey);
}

async function writePlainly(): Promise<void> {
  const name = path.join(tmpdir(), `povelja-bench-${process.pid}`);
  const file = await open(name, 'w');
  try {
    for await (const part of paper()) await file.write(part);
    await file.sync();
  } finally {
    await file.close();
    await rm(name);
  }
}

const noise = randomBytes(piece);

async function* paper(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('%PDF-1.7\n');
  for (let sent = 0; sent < size; sent += piece) yield Buffer.from(noise);
  yield Buffer.from('\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n');
}

async function timed(act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}
