import { isIP } from 'node:net';
import path from 'node:path';
import { mailIn, type Mail } from './mail-config.ts';

/** What the environment says, parsed once. A secret that is absent here is made by `keepSecrets`. */
export type Config = {
  port: number;
  host: string;
  /** The origin under which readers see the site; http only on this machine itself. */
  publicUrl: URL;
  /** The origin under which this machine reaches the site itself, without the proxy in front. */
  ownUrl: string;
  /** Absent: the embedded Postgres. `migrationUrl` may do what the app may not: create tables and roles. */
  database: { url: string; migrationUrl: string } | undefined;
  /** An absolute path. */
  dataDir: string;
  secrets: Partial<Secrets>;
  /** The AUTH_SECRET before the present one: opens, and seals nothing. */
  authSecretBefore: string | undefined;
  firstAdmin: { email: string; password: string } | undefined;
  seed: 'office' | 'none';
  /** Whom to tell of a hole: a mailto: or https: address. */
  securityContact: string | undefined;
  backup: Backup;
  /** How readers reach the office. What nobody entered is not known, and the pages say so. */
  office: Office;
  /** Absent: letters stay in the outbox, and are read in the workspace. */
  mail: Mail | undefined;
  /** How large a file may be, in megabytes, and all files together, in gigabytes; where clamd listens. */
  files: { limitMb: number; quotaGb: number; scanner: string | undefined };
  /** Addresses or networks (CIDR) whose X-Forwarded-* are believed; nobody's by default. */
  trustedProxies: string[];
};

/** The postal address as in Serbian, Cyrillic or Latin; `dataProtection` is the e-mail of the person whom law 87/2018, article 56, names. */
export type Office = Partial<Record<'email' | 'phone' | 'address' | 'dataProtection', string>>;

/**
 * `everyHours` absent: only when asked. Of the scheduled ones the newest `keep` stay, and the first of each of the newest `keepDays` days and `keepMonths`
 * months; `key` encrypts. `folder` is absolute; `isNamed` says that somebody set it, so that it must be there. `of` is the installation as archives name it.
 */
export type Backup = { everyHours: number | undefined; folder: string; isNamed: boolean; of: string; keep: number; keepDays: number; keepMonths: number; key: string | undefined };

export type Secrets = { authSecret: string; ledgerKey: string; actionsKey: string };

/** One plain sentence for each variable that is wrong. */
export class ConfigError extends Error {
  readonly lines: string[];
  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigError';
    this.lines = lines;
  }
}

type Environment = Record<string, string | undefined>;
type Complain = (line: string) => undefined;

/** Reads every variable of `.env.example`. An empty one counts as absent. Throws ConfigError with all faults at once. */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const complain: Complain = (line) => void faults.push(line);
  const read = (name: string) => env[name]?.trim() || undefined;

  const host = read('HOST') ?? '127.0.0.1';
  const port = portIn(read('PORT'), complain);
  const publicUrl = publicUrlIn(read('PUBLIC_URL'), host, port, complain);
  const config: Config = {
    port,
    host,
    publicUrl,
    ownUrl: originAt(host, port),
    database: databaseIn(read('DATABASE_URL'), read('MIGRATION_DATABASE_URL'), complain),
    dataDir: path.resolve(read('DATA_DIR') ?? 'data'),
    secrets: {
      authSecret: longEnough('AUTH_SECRET', read('AUTH_SECRET'), complain),
      ledgerKey: longEnough('LEDGER_KEY', read('LEDGER_KEY'), complain),
      actionsKey: actionsKeyIn(read('NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'), complain),
    },
    authSecretBefore: longEnough('AUTH_SECRET_BEFORE', read('AUTH_SECRET_BEFORE'), complain),
    firstAdmin: firstAdminIn(read('ADMIN_EMAIL'), read('ADMIN_PASSWORD'), complain),
    backup: {
      everyHours: numberIn('BACKUP_EVERY_HOURS', read('BACKUP_EVERY_HOURS'), complain),
      folder: path.resolve(read('BACKUP_DIR') ?? path.join(read('DATA_DIR') ?? 'data', 'backups')),
      isNamed: read('BACKUP_DIR') !== undefined,
      of: publicUrl.host.replaceAll(/[^\w.-]+/g, '-'),
      keep: numberIn('BACKUP_KEEP', read('BACKUP_KEEP'), complain) ?? 48,
      keepDays: countIn('BACKUP_KEEP_DAYS', read('BACKUP_KEEP_DAYS'), 30, complain),
      keepMonths: countIn('BACKUP_KEEP_MONTHS', read('BACKUP_KEEP_MONTHS'), 12, complain),
      key: longEnough('BACKUP_KEY', read('BACKUP_KEY'), complain),
    },
    securityContact: securityContactIn(read('SECURITY_CONTACT') ?? officeIn(read, () => undefined).email, complain),
    seed: seedIn(read('SEED'), read('DATABASE_URL'), complain),
    office: officeIn(read, complain),
    mail: mailIn(read, complain),
    files: { limitMb: wholeIn('UPLOAD_LIMIT_MB', read('UPLOAD_LIMIT_MB'), 25, 2_000, complain), quotaGb: wholeIn('FILES_QUOTA_GB', read('FILES_QUOTA_GB'), 50, 100_000, complain), scanner: scannerIn(read('CLAMD'), complain) },
    trustedProxies: proxiesIn(read('TRUSTED_PROXY'), complain),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

function portIn(text: string | undefined, complain: Complain): number {
  if (text === undefined) return 3000;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  complain(`PORT must be a whole number from 1 to 65535; it is "${text}".`);
  return 3000;
}

function wholeIn(name: string, text: string | undefined, usual: number, most: number, complain: Complain): number {
  if (text === undefined) return usual;
  if (/^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
  complain(`${name} must be a whole number from 1 to ${most}; it is "${text}".`);
  return usual;
}

function scannerIn(text: string | undefined, complain: Complain): string | undefined {
  if (text === undefined || /^([\w.-]+|\[[\da-f:]+\]):\d{1,5}$|^\/./i.test(text)) return text;
  return complain(`CLAMD must be host:port or the path of a socket; it is "${text}".`);
}

function publicUrlIn(text: string | undefined, host: string, port: number, complain: Complain): URL {
  const fallback = new URL(`http://localhost:${port}`);
  const named = text ?? originAt(host, port);
  const url = URL.parse(named);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    complain(`PUBLIC_URL must be an origin such as https://povelja.example, without a path; it is "${named}".`);
    return fallback;
  }
  if (url.protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) {
    complain(
      text === undefined
        ? `HOST is "${host}", so other machines may come: set PUBLIC_URL to the https address that they use.`
        : `PUBLIC_URL must begin with https:// (plain http is for this machine only, since a browser drops the sign-in cookie elsewhere); it is "${text}".`,
    );
    return fallback;
  }
  return url;
}

function originAt(host: string, port: number): string {
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

function databaseIn(url: string | undefined, migrationUrl: string | undefined, complain: Complain): Config['database'] {
  if (url === undefined) {
    if (migrationUrl) complain('MIGRATION_DATABASE_URL is set without DATABASE_URL; set both, or neither for the embedded database.');
    return undefined;
  }
  for (const [name, text] of [['DATABASE_URL', url], ['MIGRATION_DATABASE_URL', migrationUrl]]) {
    // The address holds a password, so the message does not repeat it.
    if (text !== undefined && !isPostgresAddress(text)) complain(`${name} must look like postgres://name:password@host:5432/database.`);
  }
  return { url, migrationUrl: migrationUrl ?? url };
}

function isPostgresAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
}

function longEnough(name: string, text: string | undefined, complain: Complain): string | undefined {
  if (text === undefined || text.length >= 32) return text;
  return complain(`${name} must have at least 32 characters${['BACKUP_KEY', 'AUTH_SECRET_BEFORE'].includes(name) ? '' : '; leave it out and one is made for you'}.`);
}

function numberIn(name: string, text: string | undefined, complain: Complain): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  return complain(`${name} must be a whole number from 1 to 9999; it is "${text}".`);
}

/** As the other numbers, and none at all. */
function countIn(name: string, text: string | undefined, usual: number, complain: Complain): number {
  if (text === undefined) return usual;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  complain(`${name} must be a whole number from 0 to 9999; it is "${text}".`);
  return usual;
}

function actionsKeyIn(text: string | undefined, complain: Complain): string | undefined {
  if (text === undefined || [16, 24, 32].includes(Buffer.from(text, 'base64').length)) return text;
  return complain('NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 16, 24 or 32 random bytes in base64; leave it out and one is made for you.');
}

function firstAdminIn(email: string | undefined, password: string | undefined, complain: Complain): Config['firstAdmin'] {
  if (email === undefined && password === undefined) return undefined;
  if (email === undefined || password === undefined) return complain('ADMIN_EMAIL and ADMIN_PASSWORD go together: set both, or neither for a one-time link.');
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return complain(`ADMIN_EMAIL must be an e-mail address; it is "${email}".`);
  return { email, password };
}

function seedIn(text: string | undefined, databaseUrl: string | undefined, complain: Complain): Config['seed'] {
  if (text === 'office' || text === 'none') return text;
  if (text !== undefined) complain(`SEED must be "office" or "none"; it is "${text}".`);
  return databaseUrl === undefined ? 'office' : 'none';
}

function officeIn(read: (name: string) => string | undefined, complain: Complain): Office {
  const [email, phone, address, dataProtection] = [read('OFFICE_EMAIL'), read('OFFICE_PHONE'), read('OFFICE_ADDRESS'), read('DATA_PROTECTION_EMAIL')];
  for (const [name, text] of [['OFFICE_EMAIL', email], ['DATA_PROTECTION_EMAIL', dataProtection]]) {
    if (text !== undefined && !/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text)) complain(`${name} must be an e-mail address; it is "${text}".`);
  }
  if (phone !== undefined && !/^\+\d[\d ]{6,20}$/.test(phone)) complain(`OFFICE_PHONE must begin with + and the country's number, such as +381 18 000 000; it is "${phone}".`);
  if (address !== undefined && address.length > 200) complain('OFFICE_ADDRESS must have at most 200 characters.');
  return Object.fromEntries(Object.entries({ email, phone, address, dataProtection }).filter(([, text]) => text !== undefined));
}

function securityContactIn(text: string | undefined, complain: Complain): string | undefined {
  if (text === undefined || /^https:\/\/[\w.-]+(:\d+)?(\/[\w./~-]*)?$/.test(text)) return text;
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text)) return `mailto:${text}`;
  return complain(`SECURITY_CONTACT must be an e-mail address or an https address; it is "${text}".`);
}

function proxiesIn(text: string | undefined, complain: Complain): string[] {
  const proxies = (text ?? '').split(',').map((part) => part.trim()).filter(Boolean);
  for (const proxy of proxies) {
    const [address = '', bits, more] = proxy.split('/');
    const family = isIP(address);
    const fits = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
    if (family === 0 || !fits || more !== undefined) complain(`TRUSTED_PROXY must list IP addresses or networks such as 10.0.0.0/8, separated by commas; "${proxy}" is neither.`);
  }
  return proxies;
}
