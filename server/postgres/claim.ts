import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { birthOf, isAlive } from './life.ts';

/**
 * Claims a folder for this process, so that two supervisors never keep one cluster. A claim whose process has died is
 * taken over. Returns what gives the claim back.
 */
export function claim(file: string): () => void {
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    while (!linked(draft, file)) setAside(file);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (readOrEmpty(file) === mine) rmSync(file, { force: true });
  };
}

/** Whether a living process holds the claim. */
export function holderOf(file: string): number | undefined {
  const text = readOrEmpty(file);
  if (text === '') return undefined;
  const { pid, birth } = JSON.parse(text) as { pid: number; birth: string };
  return isAlive(pid) && birthOf(pid) === birth ? pid : undefined;
}

// A link fails where the name exists, which makes it the one test-and-set of every file system.
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function setAside(file: string): void {
  const seen = readOrEmpty(file);
  const holder = holderOf(file);
  if (holder !== undefined) {
    throw new Error(`Another Povelja (process ${holder}) already keeps the database of this folder. Stop it first, or set DATA_DIR to another folder.`);
  }
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // someone else set it aside first
  }
  if (readOrEmpty(aside) !== seen) linked(aside, file); // it was a newer claim: give it back
  rmSync(aside, { force: true });
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
