import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Account } from './account.ts';

const prefix = 'povelja-';

/** A short temporary folder for the socket, whose path may hold about a hundred bytes. Windows has none. */
export function makeSocketDir(account: Account | undefined): string {
  if (process.platform === 'win32') return '';
  const base = tmpdir().length < 60 ? tmpdir() : '/tmp';
  const folder = mkdtempSync(path.join(base, prefix));
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes the socket folder of a postmaster that has ended, if it is one that we made. */
export function removeSocketDir(folder: string): void {
  if (path.basename(folder).startsWith(prefix)) rmSync(folder, { recursive: true, force: true });
}
