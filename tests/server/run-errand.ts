import { spawn } from 'node:child_process';
import path from 'node:path';
import { key as ledgerKey } from '../db/sealed.ts';
import { folder } from './backup-ground.ts';

/** An errand in a process of its own, on a database that an address names. It is killed as soon as it says `last`. */
export async function runErrand(words: string[], env: Record<string, string>, shell?: string, last?: RegExp): Promise<{ code: number | null; out: string; err: string }> {
  const settings = { DATA_DIR: path.join(folder(), 'data'), LEDGER_KEY: ledgerKey, MIGRATION_DATABASE_URL: '', BACKUP_KEY: '', BACKUP_DIR: '', ...env };
  const command = [process.execPath, 'server/errand.ts', ...words];
  const [program = '', ...rest] = shell === undefined ? command : ['/bin/sh', '-c', shell, ...command];
  const child = spawn(program, rest, { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => { out += part.toString(); });
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
    if (last?.test(err)) child.kill('SIGKILL');
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}
