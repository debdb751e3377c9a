import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { outbox } from '#db/schema/outbox.ts';
import { securityEvent } from '#db/schema/session.ts';
import { backupFaults, backupTrouble, noteBackup, noteBackupByHand, noteBackupsDue, noteNoBackup, watchBackups } from '#office/audit/backups.ts';
import { putIntoWords } from '#office/mail/letter.ts';
import { visitor } from '#office/viewer.ts';
import { asOwner, useEmptyDatabase } from '../fixtures.ts';
import { staff } from '../verbs.ts';
import { employ } from './person-ground.ts';

const database = useEmptyDatabase();
const [admin, publisher] = [staff('admin'), staff('publisher')];
const ago = (minutes: number) => asOwner(database.url(), (client) => client.query(`update security_event set at = at - interval '${minutes} minutes' where kind like 'backup_%'`));
const letters = () => reader().select({ to: outbox.personId, occasion: outbox.occasion, said: outbox.said }).from(outbox).where(eq(outbox.kind, 'noBackup'));

test('whoever invites people is told since when backups fail and why, and nobody else; one that succeeds ends it', async () => {
  assert.equal(await backupTrouble(admin), null, 'an office that makes none by the clock is told nothing');
  await noteNoBackup('noFolder');
  assert.deepEqual(await backupTrouble(admin), { since: null, why: 'noFolder' });
  assert.deepEqual([await backupTrouble(publisher), await backupTrouble(visitor)], [null, null]);
  await noteBackup(2);
  assert.equal(await backupTrouble(admin), null);
  await ago(90);
  const [made] = await reader().select({ at: securityEvent.at }).from(securityEvent).where(eq(securityEvent.kind, 'backup_made'));
  for (const why of ['noRoom', 'noRoom', 'noRoom', 'notAllowed', 'notAllowed'] as const) await noteNoBackup(why);
  assert.deepEqual(await backupTrouble(admin), { since: made?.at, why: 'notAllowed' });
  const kept = await reader().select({ detail: securityEvent.detail }).from(securityEvent).where(eq(securityEvent.kind, 'backup_failed')).orderBy(securityEvent.seq);
  assert.deepEqual(kept.map(({ detail }) => detail.why), ['noFolder', 'noRoom', 'notAllowed'], 'each reason once, however often it is tried');
  await noteBackupByHand(2);
  assert.equal(await backupTrouble(admin), null);
  const before = await reader().$count(securityEvent);
  await noteBackupByHand(2);
  assert.equal(await reader().$count(securityEvent), before, 'where nothing failed it leaves the register as the archive has it');
});

test('a failure that lasts an hour is one letter to each administrator; the next failure is another', async () => {
  const [one, other] = [await employ('admin'), await employ('admin')];
  await employ('publisher');
  const written = async () => (await letters()).map(({ to }) => to).toSorted();
  await noteNoBackup('noRoom');
  await ago(59);
  await noteNoBackup('noRoom');
  assert.deepEqual(await written(), []);
  await ago(1);
  for (const why of ['noRoom', 'noRoom', 'other'] as const) await noteNoBackup(why);
  assert.deepEqual(await written(), [one.id, other.id].toSorted());
  await noteBackup(2);
  await noteNoBackup('noFolder');
  assert.equal((await written()).length, 2);
  await ago(61);
  await noteNoBackup('noFolder');
  assert.equal((await written()).length, 4);
  const { said } = (await letters()).at(-1)!;
  const { text } = putIntoWords({ kind: 'noBackup', form: 'en', site: 'https://povelja.example', at: new Date(), due: null, said, link: null });
  assert.match(text, /no backup of the register has succeeded since .+\d{2}:\d{2}\.[\s\S]*The folder for backups is not in its place[\s\S]*https:\/\/povelja\.example\/en\/workspace/);
  for (const why of [...backupFaults, 'untried'] as const) assert.doesNotMatch(putIntoWords({ kind: 'noBackup', form: 'sr-Latn', site: '', at: new Date(), due: null, said: { since: null, why }, link: null }).text, /\[|\{|\p{Script=Cyrillic}/u);
});

test('one that nobody tries any more is told when twice the hours have passed, and an hour later by letter; one by hand ends it only where the clock is set no more', async () => {
  await noteBackup(2);
  const before = (await letters()).length;
  const told = async () => { await watchBackups(); return [(await backupTrouble(admin))?.why, (await letters()).length - before]; };
  await ago(239);
  assert.deepEqual(await told(), [undefined, 0]);
  await ago(1);
  assert.deepEqual(await told(), ['untried', 0]);
  assert.equal(await backupTrouble(publisher), null);
  await noteBackupsDue(2);
  await ago(60);
  assert.deepEqual([await told(), await told()], [['untried', 2], ['untried', 2]], 'once to each of those who administer');
  const { said } = (await letters()).find((one) => (one.said as { why?: string }).why === 'untried')!;
  const { text } = putIntoWords({ kind: 'noBackup', form: 'en', site: '', at: new Date(), due: null, said, link: null });
  assert.match(text, /no backup of the register has been made on schedule since[\s\S]*has not even tried[\s\S]*No backup is tried/);
  assert.doesNotMatch(text, /tried again every ten minutes/);
  await noteBackupByHand(2);
  assert.deepEqual(await told(), ['untried', 2], 'the clock that hangs goes no better for one by hand');
  await noteBackup(2);
  assert.equal(await backupTrouble(admin), null);
  await ago(240);
  assert.deepEqual(await told(), ['untried', 2]);
  await noteBackupByHand(undefined);
  await ago(10_000);
  assert.deepEqual(await told(), [undefined, 2]);
});

test('after a failure that one by hand has ended, the clock is missed anew where it tries no more', async () => {
  await noteBackup(2);
  await ago(300);
  await noteNoBackup('noRoom');
  await ago(300);
  await noteBackupByHand(2);
  assert.equal(await backupTrouble(admin), null, 'it fails, but it goes');
  await ago(240);
  assert.equal((await backupTrouble(admin))?.why, 'untried');
  await noteBackup(2);
});

test('one that was never made is missed from when it was first due; other hours begin anew; a failure says why', async () => {
  await noteBackupsDue(24);
  await ago(2 * 24 * 60 - 1);
  assert.equal(await backupTrouble(admin), null);
  await ago(1);
  assert.equal((await backupTrouble(admin))?.why, 'untried');
  const { text } = putIntoWords({ kind: 'noBackup', form: 'en', site: '', at: new Date(), due: null, said: { since: null, why: 'untried' }, link: null });
  assert.doesNotMatch(text.slice(0, text.indexOf('If something')), /\bsince\b/, 'there is nothing since which');
  await noteBackupsDue(48);
  assert.equal(await backupTrouble(admin), null);
  await ago(4 * 24 * 60);
  await noteNoBackup('noRoom');
  assert.equal((await backupTrouble(admin))?.why, 'noRoom');
});
