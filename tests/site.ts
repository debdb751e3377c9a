import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readConfig } from '#server/config.ts';
import { nodeFlags } from '#server/node-flags.mjs';
import { isFree } from '#server/postgres/port.ts';
import { keepSecrets } from '#server/secrets.ts';

/** The first administrator of a site under test. */
export const admin = { email: 'ana@povelja.example', password: 'три јабуке на столу 7' };

export type Site = { address: string; process: ChildProcess; said(): string; stop(): Promise<number | null> };

/** Starts the built site on a free port, with a data folder of its own and nothing of the real installation. */
export async function startSite(dataDir: string, extra: Record<string, string> = {}, program?: readonly string[]): Promise<Site> {
  const site = await runSite(dataDir, extra, program);
  const address = await site.address;
  if (address) return { ...site, address };
  throw new Error(`The site did not come up: ${site.said()}`);
}

/** The same, when it need not come up: the address is undefined then. `program` is what Node is to run, for instance what `npm start` runs. */
export async function runSite(dataDir: string, extra: Record<string, string> = {}, program: readonly string[] = [...nodeFlags, 'server/main.ts']) {
  const child = spawn(process.execPath, program, {
    env: { ...process.env, ...(await settings(dataDir)), ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // Ctrl-C in the terminal reaches us, and we stop it in order
  });
  let said = '';
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = new Promise<string | undefined>((resolve) => {
    const hear = (part: Buffer) => {
      said += part.toString();
      const found = /Povelja is at (http:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => resolve(undefined));
  });
  const stop = () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    return exit;
  };
  return { address, process: child, said: () => said, exit, stop };
}

// The key of the checkout, so that tests and `npm start` share one build.
async function settings(dataDir: string): Promise<Record<string, string>> {
  const checkout = readConfig({}).dataDir;
  return {
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    SEED: 'office',
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: keepSecrets(checkout, {}).actionsKey,
    PUBLIC_URL: '',
    DATABASE_URL: '',
    MIGRATION_DATABASE_URL: '',
    TRUSTED_PROXY: '',
    OFFICE_EMAIL: '',
    OFFICE_PHONE: '',
    OFFICE_ADDRESS: '',
    DATA_PROTECTION_EMAIL: '',
    SECURITY_CONTACT: '',
    SMTP_URL: '',
    MAIL_FROM: '',
    AUDITOR_EMAIL: '',
    BACKUP_EVERY_HOURS: '',
    BACKUP_DIR: '',
    BACKUP_KEEP: '',
    BACKUP_KEEP_DAYS: '',
    BACKUP_KEEP_MONTHS: '',
    BACKUP_KEY: '',
    AUTH_SECRET: '',
    AUTH_SECRET_BEFORE: '',
    LEDGER_KEY: '',
  };
}

async function freePort(): Promise<number> {
  for (let port = 32_100 + (process.pid % 600); ; port += 1) if (await isFree(port)) return port;
}
