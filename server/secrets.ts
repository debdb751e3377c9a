import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Secrets } from './config.ts';

/**
 * The secrets of this installation: those given, and for each absent one a file of mode 600 under the data folder, made
 * at the first start. Losing them signs everyone out, and ends the chain of ledger seals.
 */
export function keepSecrets(dataDir: string, given: Partial<Secrets>): Secrets {
  return {
    authSecret: given.authSecret ?? kept(dataDir, 'auth-secret'),
    ledgerKey: given.ledgerKey ?? kept(dataDir, 'ledger-key'),
    actionsKey: given.actionsKey ?? kept(dataDir, 'actions-key'),
  };
}

/** The auth-secret before the present one, where it is given or lies beside the others; null where there is none. */
export function authSecretBefore(dataDir: string, given: string | undefined): string | null {
  const file = path.join(dataDir, 'secrets', 'auth-secret-before');
  return given ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() || null : null);
}

/** The key of the ledger's seals; undefined where it is neither given nor kept. Makes none. */
export function ledgerKeyIn(dataDir: string, given: Partial<Secrets>): string | undefined {
  const file = path.join(dataDir, 'secrets', 'ledger-key');
  return given.ledgerKey ?? (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
}

// 32 bytes in base64 serve all three; Next wants exactly this for its key. The link makes two starts at once agree.
function kept(dataDir: string, name: string): string {
  const folder = path.join(dataDir, 'secrets');
  const file = path.join(folder, name);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('base64'), { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
