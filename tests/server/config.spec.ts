import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { ConfigError, readConfig } from '#server/config.ts';

test('without a word in the environment everything has its default', () => {
  const config = readConfig({});
  assert.equal(config.port, 3000);
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.publicUrl.origin, 'http://127.0.0.1:3000');
  assert.equal(config.database, undefined);
  assert.equal(config.dataDir, path.resolve('data'));
  assert.equal(config.seed, 'office');
  assert.deepEqual(config.trustedProxies, []);
  assert.deepEqual(Object.values(config.secrets), [undefined, undefined, undefined]);
});

test('an empty variable counts as absent', () => {
  assert.deepEqual(readConfig({ PORT: '', HOST: ' ', DATABASE_URL: '', AUTH_SECRET: '' }), readConfig({}));
});

test('a database of its own brings no records unless asked, and migrates by its own address', () => {
  const url = 'postgres://povelja:secret@db.example/povelja';
  assert.deepEqual(readConfig({ DATABASE_URL: url }).database, { url, migrationUrl: url });
  assert.equal(readConfig({ DATABASE_URL: url }).seed, 'none');
  assert.equal(readConfig({ DATABASE_URL: url, SEED: 'office' }).seed, 'office');
  const owner = 'postgres://owner@db.example/povelja';
  assert.equal(readConfig({ DATABASE_URL: url, MIGRATION_DATABASE_URL: owner }).database?.migrationUrl, owner);
});

test('what nobody entered of the office is not there', () => {
  assert.deepEqual(readConfig({ OFFICE_PHONE: ' ' }).office, {});
  assert.deepEqual(readConfig({ OFFICE_EMAIL: 'ured@povelja.example', OFFICE_PHONE: '+381 18 000 000', OFFICE_ADDRESS: 'Улица 1' }).office, {
    email: 'ured@povelja.example', phone: '+381 18 000 000', address: 'Улица 1',
  });
});

test('plain http is for this machine only', () => {
  for (const PUBLIC_URL of ['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:3000', 'https://povelja.example', 'https://povelja.example/']) {
    assert.equal(readConfig({ PUBLIC_URL }).publicUrl.origin, new URL(PUBLIC_URL).origin);
  }
  assert.match(faultsOf({ PUBLIC_URL: 'http://povelja.example' }), /PUBLIC_URL must begin with https/);
  assert.match(faultsOf({ PUBLIC_URL: 'http://localhost.evil.example' }), /https/);
  assert.match(faultsOf({ HOST: '0.0.0.0' }), /set PUBLIC_URL to the https address/);
  assert.equal(readConfig({ HOST: '0.0.0.0', PUBLIC_URL: 'https://povelja.example' }).host, '0.0.0.0');
  // Next fetches pages from here, where nobody speaks TLS.
  assert.equal(readConfig({ HOST: '::1', PORT: '4000', PUBLIC_URL: 'https://povelja.example' }).ownUrl, 'http://[::1]:4000');
  assert.equal(readConfig({ HOST: '::1' }).publicUrl.origin, 'http://[::1]:3000');
});

test('letters are handed over encrypted, but to this machine itself', () => {
  const mailOf = (SMTP_URL: string) => readConfig({ SMTP_URL, MAIL_FROM: 'povelja@povelja.example' }).mail;
  assert.equal(readConfig({}).mail, undefined);
  assert.deepEqual(mailOf('smtps://ana:p%40ss%2F1@mail.example'), {
    host: 'mail.example', port: 465, tls: 'at once', login: { user: 'ana', pass: 'p@ss/1' }, from: 'povelja@povelja.example', auditor: undefined,
  });
  assert.deepEqual([mailOf('smtp://ana:x@mail.example')?.tls, mailOf('smtp://mail.example:25')?.tls, mailOf('smtp://mail.example')?.port], ['starttls', 'starttls', 587]);
  assert.equal(mailOf('smtp://localhost.evil.example')?.tls, 'starttls');
  for (const here of ['localhost', '127.0.0.1', '[::1]']) assert.equal(mailOf(`smtp://ana:x@${here}:2525`)?.tls, 'none');
  assert.equal(mailOf('smtps://127.0.0.1')?.tls, 'at once');
  assert.equal(readConfig({ SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'a@b.rs', AUDITOR_EMAIL: 'c@d.rs' }).mail?.auditor, 'c@d.rs');
  assert.doesNotMatch(faultsOf({ SMTP_URL: 'smtp://ana:topsecret@mail.example/inbox', MAIL_FROM: 'a@b.rs' }), /topsecret/);
});

const wrong: [string, Record<string, string>][] = [
  ['SMTP_URL', { SMTP_URL: 'mail.example', MAIL_FROM: 'a@b.rs' }],
  ['SMTP_URL', { SMTP_URL: 'https://mail.example', MAIL_FROM: 'a@b.rs' }],
  ['SMTP_URL', { SMTP_URL: 'smtp://mail.example/?tls=no', MAIL_FROM: 'a@b.rs' }],
  ['SMTP_URL', { SMTP_URL: 'smtp://ana:a%0d%0ab@mail.example', MAIL_FROM: 'a@b.rs' }],
  ['SMTP_URL', { SMTP_URL: 'smtp://ana:%@mail.example', MAIL_FROM: 'a@b.rs' }],
  ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example' }],
  ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Povelja <a@b.rs>' }],
  ['MAIL_FROM', { MAIL_FROM: 'a@b.rs' }],
  ['AUDITOR_EMAIL', { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.rs', AUDITOR_EMAIL: 'a@b.rs, c@d.rs' }],
  ['AUDITOR_EMAIL', { AUDITOR_EMAIL: 'a@b.rs' }],
  ['PORT', { PORT: 'http' }],
  ['PORT', { PORT: '0' }],
  ['PORT', { PORT: '65536' }],
  ['PORT', { PORT: '3e3' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'povelja.example' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://povelja.example/register' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://ana:x@povelja.example' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'ftp://povelja.example' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://db.example/povelja' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://db.example' }],
  ['MIGRATION_DATABASE_URL', { MIGRATION_DATABASE_URL: 'postgres://db.example/povelja' }],
  ['AUTH_SECRET', { AUTH_SECRET: 'short' }],
  ['AUTH_SECRET_BEFORE', { AUTH_SECRET_BEFORE: 'short' }],
  ['LEDGER_KEY', { LEDGER_KEY: 'short' }],
  ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'c2hvcnQ=' }],
  ['ADMIN_EMAIL', { ADMIN_EMAIL: 'ana@povelja.example' }],
  ['ADMIN_PASSWORD', { ADMIN_PASSWORD: 'three apples on a table' }],
  ['ADMIN_EMAIL', { ADMIN_EMAIL: 'ana', ADMIN_PASSWORD: 'three apples on a table' }],
  ['SEED', { SEED: 'demo' }],
  ['OFFICE_EMAIL', { OFFICE_EMAIL: 'kancelarija' }],
  ['OFFICE_EMAIL', { OFFICE_EMAIL: 'a@b.rs?bcc=c@d.rs' }],
  ['DATA_PROTECTION_EMAIL', { DATA_PROTECTION_EMAIL: 'ana at povelja.example' }],
  ['OFFICE_PHONE', { OFFICE_PHONE: '018 000 000' }],
  ['OFFICE_ADDRESS', { OFFICE_ADDRESS: 'а'.repeat(201) }],
  ['SECURITY_CONTACT', { SECURITY_CONTACT: 'http://povelja.example' }],
  ['SECURITY_CONTACT', { SECURITY_CONTACT: 'a@b.rs\nExpires: never' }],
  ['BACKUP_KEY', { BACKUP_KEY: 'short' }],
  ['BACKUP_EVERY_HOURS', { BACKUP_EVERY_HOURS: '0' }],
  ['BACKUP_KEEP', { BACKUP_KEEP: '1.5' }],
  ['BACKUP_KEEP_DAYS', { BACKUP_KEEP_DAYS: '-1' }],
  ['BACKUP_KEEP_MONTHS', { BACKUP_KEEP_MONTHS: 'all' }],
  ['TRUSTED_PROXY', { TRUSTED_PROXY: 'proxy.example' }],
  ['TRUSTED_PROXY', { TRUSTED_PROXY: '10.0.0.0/33' }],
  ['TRUSTED_PROXY', { TRUSTED_PROXY: '10.0.0.0/8/8' }],
];
for (const [name, env] of wrong) {
  test(`${JSON.stringify(env)} is refused by a line that names ${name}`, () => assert.match(faultsOf(env), new RegExp(name)));
}

test('all faults are told at once, one line each, and no secret is repeated', () => {
  const lines = faultsOf({ PORT: 'x', SEED: 'y', DATABASE_URL: 'mysql://u:hunter2@db', AUTH_SECRET: 'hunter3' }).split('\n');
  assert.equal(lines.length, 4);
  assert.doesNotMatch(lines.join(''), /hunter/);
});

test('backups are made only when asked for, unless hours are set', () => {
  assert.deepEqual(readConfig({}).backup, { everyHours: undefined, folder: path.resolve('data/backups'), isNamed: false, of: '127.0.0.1-3000', keep: 48, keepDays: 30, keepMonths: 12, key: undefined });
  const said = { BACKUP_EVERY_HOURS: '6', BACKUP_DIR: '/mnt/b', BACKUP_KEEP: '9', BACKUP_KEEP_DAYS: '7', BACKUP_KEEP_MONTHS: '0', BACKUP_KEY: 'k'.repeat(32), PUBLIC_URL: 'https://povelja.example' };
  assert.deepEqual(readConfig(said).backup, { everyHours: 6, folder: '/mnt/b', isNamed: true, of: 'povelja.example', keep: 9, keepDays: 7, keepMonths: 0, key: 'k'.repeat(32) });
});

test('who is told of a hole is the office unless somebody else is named', () => {
  assert.equal(readConfig({}).securityContact, undefined);
  assert.equal(readConfig({ OFFICE_EMAIL: 'ured@povelja.example' }).securityContact, 'mailto:ured@povelja.example');
  assert.equal(readConfig({ OFFICE_EMAIL: 'ured@povelja.example', SECURITY_CONTACT: 'https://povelja.example/safety' }).securityContact, 'https://povelja.example/safety');
});

test('proxies are addresses and networks of both families', () => {
  assert.deepEqual(readConfig({ TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/8,fd00::/8' }).trustedProxies, ['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
});

function faultsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return assert.fail(`${JSON.stringify(env)} was accepted`);
}
