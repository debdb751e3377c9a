import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { alone } from '#db/alone.ts';
import { plainFault } from '#db/plain-fault.ts';
import { belgradeToday } from '#messages/dates.ts';
import { columnsNow } from '#office/agreement/columns.ts';
import { deriveStale } from '#office/agreement/derive-stale.ts';
import { resealFactors } from '#office/person/reseal.ts';
import { buildWhereStale } from './build.ts';
import { orderOfClosing, whenToldToLeave } from './closing.ts';
import type { Closing } from './closing.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database.ts';
import { openDoor } from './door.ts';
import { openEpoch } from './epoch.ts';
import { fillWhereEmpty, letFirstIn } from './first-day.ts';
import { safetyHeaders } from './headers.ts';
import { serverOptions, tuneServer } from './hurry.ts';
import { startBackups } from './jobs/backups.ts';
import { startClocks } from './jobs/clocks.ts';
import { startDraftSweeping } from './jobs/draft-sweeping.ts';
import { startDuties } from './jobs/duties.ts';
import { startHeading } from './jobs/heading.ts';
import { startImporting } from './jobs/importing.ts';
import { startMailing } from './jobs/mailing.ts';
import { startPublishing } from './jobs/publishing.ts';
import { startReading } from './jobs/reading.ts';
import { startReminding } from './jobs/reminding.ts';
import { startSealing } from './jobs/sealing.ts';
import { startSignInSweeping } from './jobs/sign-in-sweeping.ts';
import { startSweeping } from './jobs/sweeping.ts';
import { startWatching } from './jobs/watching.ts';
import { keepingIn } from './kept-head.ts';
import { drain, listen } from './listen.ts';
import { isFree } from './postgres/port.ts';
import { logPlainly } from './plain-log.ts';
import { authSecretBefore, keepSecrets } from './secrets.ts';
import { homeIn } from './visit.ts';

const root = path.resolve(import.meta.dirname, '..');
const dev = process.argv[2] === 'dev';
const log = (line: string) => console.log(line);

const closing = orderOfClosing(log);
const leaving = new AbortController();
whenToldToLeave(() => {
  leaving.abort();
  void end(0);
});

try {
  await bringUp(closing);
} catch (error) {
  if (!leaving.signal.aborted) {
    console.error(sayPlainly(error));
    await end(1);
  }
}

async function bringUp(parts: Closing): Promise<void> {
  const began = Date.now();
  if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'));
  const config = readConfig(process.env);
  // Asked first, since nobody should wait for a build to learn this.
  if (!(await isFree(config.port, config.host))) await listen(createServer(), config.port, config.host);
  publish(config);

  const database = await openDatabase(config, log);
  parts.add('The database', database.close);
  const today = belgradeToday(new Date());
  const derived = await alone(config.database?.migrationUrl ?? database.url, async () => {
    await fillWhereEmpty(config.seed, today, log);
    return deriveStale(today);
  }, log);
  if (derived > 0) log(`${derived} agreements are indexed for the register.`);
  const resealed = process.env.AUTH_SECRET_BEFORE ? await resealFactors() : 0;
  if (resealed > 0) log(`${resealed} keys of two-step sign-in are sealed anew under the present secret.`);
  await columnsNow(); // so that no reader waits for the first reading of them all
  leaving.signal.throwIfAborted();

  if (!dev) process.env.POVELJA_BUILD = await buildWhereStale(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '', log, leaving.signal);
  leaving.signal.throwIfAborted();

  if (!dev && !process.env.POVELJA_DEBUG) logPlainly();
  const sealing = startSealing({ url: database.url, key: process.env.LEDGER_KEY ?? '', keeping: keepingIn(config.dataDir, log), log });
  parts.add('The sealing of the ledger', sealing.close);
  const sweeping = startSweeping({ log });
  parts.add('The sweeping of files', sweeping.close);
  const forgetting = startDraftSweeping({ log });
  parts.add('The sweeping of unsent forms', forgetting.close);
  const parting = startSignInSweeping({ log });
  parts.add('The sweeping of sign-ins', parting.close);
  const watching = startWatching({ log });
  parts.add('The watch over days', watching.close);
  const duties = startDuties({ log });
  parts.add('The laying down of duties', duties.close);
  const importing = startImporting({ log });
  parts.add('The taking in of tables', importing.close);
  const publishing = startPublishing({ log });
  parts.add('Scheduled publishing', publishing.close);
  const reminding = startReminding({ log });
  parts.add('The reminding', reminding.close);
  const heading = startHeading({ mail: config.mail, log });
  parts.add('The letter with the head of the ledger', heading.close);
  const mailing = startMailing({ mail: config.mail, log });
  parts.add('The sending of letters', mailing.close);
  const clocks = startClocks({ log });
  parts.add('The comparing of clocks', clocks.close);
  const reading = startReading({ log });
  parts.add('The reading of files', reading.close);
  const backups = startBackups({ url: config.database?.migrationUrl ?? database.url, backup: config.backup, beside: config.database ? undefined : homeIn(config.dataDir), log });
  parts.add('The backups', backups.close);
  const server = createServer(serverOptions);
  tuneServer(server, safetyHeaders(config.publicUrl));
  const { default: next } = await import('next');
  const pages = next({ dev, dir: root, hostname: config.host, port: config.port, httpServer: server });
  parts.add('Next', () => pages.close());
  await pages.prepare();
  const epoch = await openEpoch({ url: database.url });
  parts.add('The listener for changes', epoch.close);
  const door = openDoor({ next: pages.getRequestHandler(), config, dev, epoch, ready: async () => !leaving.signal.aborted && database.ready(), shaken: database.shaken });
  parts.add('The door', door.close);
  server.on('request', door.listener);
  await letFirstIn(config, log);
  leaving.signal.throwIfAborted();

  await listen(server, config.port, config.host);
  // A proxy that asks every second whether we are ready hears it in time.
  parts.add('The last callers', () => drain(server, { notice: config.trustedProxies.length > 0 ? 2_000 : 0, patience: 4_000 }));
  log(`Povelja is at ${config.publicUrl.origin} (ready in ${((Date.now() - began) / 1000).toFixed(1)} s).`);
}

// What the pages may read of the environment, since they know neither this floor nor where a secret came from.
function publish(config: Config): void {
  const secrets = keepSecrets(config.dataDir, config.secrets);
  Object.assign(process.env, {
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PUBLIC_URL: config.publicUrl.origin,
    // After an act Next fetches the next page from here itself; of its own accord it would speak TLS to this port where readers come by https.
    __NEXT_PRIVATE_ORIGIN: config.ownUrl,
    OFFICE_EMAIL: config.office.email ?? '',
    OFFICE_PHONE: config.office.phone ?? '',
    OFFICE_ADDRESS: config.office.address ?? '',
    DATA_PROTECTION_EMAIL: config.office.dataProtection ?? '',
    // Whether letters go out; where they are handed over, and with which password, is this floor's alone.
    MAIL_FROM: config.mail?.from ?? '',
    UPLOAD_LIMIT_MB: String(config.files.limitMb),
    FILES_QUOTA_GB: String(config.files.quotaGb),
    CLAMD: config.files.scanner ?? '',
    // Of a database elsewhere we do not know how full its disk is.
    FILES_VOLUME: config.database ? '' : config.dataDir,
    NEXTAUTH_URL: config.publicUrl.origin,
    AUTH_SECRET: secrets.authSecret,
    AUTH_SECRET_BEFORE: authSecretBefore(config.dataDir, config.authSecretBefore) ?? '',
    NEXTAUTH_SECRET: secrets.authSecret,
    LEDGER_KEY: secrets.ledgerKey,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionsKey,
  });
}

// Whatever hangs, we are gone within ten seconds; the embedded database is told to stop on the way out.
async function end(code: number): Promise<void> {
  setTimeout(() => process.exit(1), 9_500).unref();
  await closing.closeAll();
  process.exit(code);
}

function sayPlainly(error: unknown): string {
  if (error instanceof ConfigError) return ['Povelja cannot start with these settings:', ...error.lines.map((line) => `  ${line}`)].join('\n');
  if (process.env.POVELJA_DEBUG && error instanceof Error) return String(error.stack);
  return `Povelja cannot start: ${plainFault(error)}`;
}
