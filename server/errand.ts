// One errand and its end: `node server/start.mjs backup`, `restore`, `ledger:verify`, `ledger:export`, `person:link`,
// `sessions:end`, `security:events`, also while Povelja runs.
// What was asked for goes to standard output, everything else to standard error; ends with 1 where it could not be done.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { plainFault } from '#db/plain-fault.ts';
import { whenToldToLeave } from './closing.ts';
import { ConfigError, readConfig, type Config } from './config.ts';

/** `words` are what stands behind the name of the errand. Answers whether all is well. */
export type Errand = (config: Config, words: readonly string[], say: (line: string) => void) => Promise<boolean>;

// Each brings along only what it needs itself.
const errands: Record<string, () => Promise<Errand>> = {
  backup: async () => (await import('./errands/backup.ts')).backUp,
  restore: async () => (await import('./errands/restore.ts')).restore,
  'ledger:verify': async () => (await import('./errands/ledger.ts')).verifyLedger,
  'ledger:export': async () => (await import('./errands/ledger.ts')).exportLedger,
  'person:link': async () => (await import('./errands/person-link.ts')).linkPerson,
  'sessions:end': async () => (await import('./errands/sessions.ts')).endSessions,
  'security:events': async () => (await import('./errands/security-events.ts')).tellSecurityEvents,
};

whenToldToLeave(() => process.exit(1)); // an embedded database that was brought up is told on the way out
const root = path.resolve(import.meta.dirname, '..');
const [name = '', ...words] = process.argv.slice(2);
try {
  if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'));
  const errand = await errands[name]?.();
  if (!errand) throw new Error(`"${name}" is no errand: ${Object.keys(errands).join(', ')}.`);
  process.exitCode = (await errand(readConfig(process.env), words, (line) => process.stderr.write(`${line}\n`))) ? 0 : 1;
} catch (error) {
  const lines = error instanceof ConfigError ? error.lines : [plainFault(error)];
  process.stderr.write(`${lines.join('\n')}\n`);
  if (process.env.POVELJA_DEBUG) console.error(error);
  process.exitCode = 1;
}
// The channel to start.mjs would keep us here; what was written goes out first.
process.stdout.write('', () => process.exit());
