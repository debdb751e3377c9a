import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { plainFault } from '#db/plain-fault.ts';
import { readHead } from '#db/chain/head.ts';
import type { Keeping } from '#db/chain/keeping.ts';

/** Where the last head of the ledger that this installation has seen lies: out of reach of whoever owns the database. */
export function placeOfHead(dataDir: string): string {
  return path.join(dataDir, 'secrets', 'ledger-head');
}

/** The head as it was kept last; null where none was. Throws a plain sentence where the file holds none: it is written whole or not at all, so somebody has spoilt it. */
export function keptHead(dataDir: string): string | null {
  const text = keptText(dataDir);
  if (text !== null && !readHead(text)) throw new Error(`${placeOfHead(dataDir)} holds no head of the ledger, though nothing but a head is ever written there. Nothing is sealed: see “The ledger is not sealed” in docs/running.md.`);
  return text;
}

/** The same, whatever it is. */
export function keptText(dataDir: string): string | null {
  const file = placeOfHead(dataDir);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** Keeps the head beside the secrets, for the sealing. A disk that is full is told once: what is in memory serves until the next start, and the older head on the disk after it. */
export function keepingIn(dataDir: string, log: (line: string) => void): Keeping {
  let told = '';
  const keep = async (head: string): Promise<void> => {
    let line = '';
    try {
      await keepHead(dataDir, head);
    } catch (error) {
      line = `The head of the ledger could not be kept in ${placeOfHead(dataDir)}: ${plainFault(error)}. Sealing goes on, and it is tried again with the next change.`;
    }
    if (line !== told && line !== '') log(line);
    told = line;
  };
  return {
    last: async () => keptHead(dataDir),
    keep,
    async adopt(head) {
      log(`No head of the ledger was kept in ${placeOfHead(dataDir)}, so the one in the database is believed: ${head}. Compare it with a backup's or a letter's: npm run ledger:verify -- HEAD.`);
      await keep(head);
    },
  };
}

/** Whole or not at all, and on the disk. Null forgets it: a register of which nothing is sealed yet. */
export async function keepHead(dataDir: string, head: string | null): Promise<void> {
  const file = placeOfHead(dataDir);
  if (head === null) return rm(file, { force: true });
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    const written = await open(draft, 'wx', 0o600);
    try {
      await written.writeFile(`${head}\n`);
      await written.sync();
    } finally {
      await written.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  const folder = await open(path.dirname(file), 'r');
  await folder.sync().catch(() => {}); // Windows syncs no folders
  await folder.close();
}
