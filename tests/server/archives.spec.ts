import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { madeSoFar, nameByHand, openFolder, outlived, scheduledName, type Archive } from '#server/backup/archives.ts';
import { Unmade, whyUnmade } from '#server/backup/unmade.ts';
import { startBackups } from '#server/jobs/backups.ts';
import { freshDatabase } from '../fixtures.ts';
import { folder, scheduled } from './backup-ground.ts';

const hour = 3_600_000;

describe('which archives are kept', () => {
  test('the newest, the first of each day and of each month: a year and more of hourly ones leaves ninety, the oldest of which is a year old', () => {
    let kept: Archive[] = [];
    const began = Date.parse('2026-01-15T10:00:00Z');
    for (let turn = 0; turn < 500 * 24; turn += 1) {
      kept.push({ file: String(turn), madeAt: began + turn * hour });
      const over = new Set(outlived(kept, { keep: 48, keepDays: 30, keepMonths: 12 }));
      kept = kept.filter((archive) => !over.has(archive));
      assert.ok(kept.length <= 48 + 30 + 12);
    }
    const days = kept.map(({ madeAt }) => new Date(madeAt).toISOString().slice(0, 16));
    const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05'];
    assert.deepEqual(days.slice(0, 12), months.map((month) => `${month}-01T00:00`));
    assert.equal(days.filter((day) => day.startsWith('2027-05') && day.endsWith('T00:00')).length, 30);
    assert.equal(kept.at(-1)?.madeAt, began + (500 * 24 - 1) * hour);
  });

  test('a machine that stood still loses nothing when it starts, and none is kept for days or months where that is said', () => {
    const old = [0, 1, 2, 30].map((day) => ({ file: String(day), madeAt: Date.parse('2025-01-01T10:00:00Z') + day * 24 * hour }));
    const now = { file: 'now', madeAt: Date.parse('2026-03-01T10:00:00Z') };
    assert.deepEqual(outlived([...old, now], { keep: 1, keepDays: 30, keepMonths: 12 }), []);
    assert.deepEqual(outlived([...old, now], { keep: 1, keepDays: 0, keepMonths: 0 }), old);
  });

  test('only those of this installation count: not what was made by hand, nor by one of another address', () => {
    const place = folder();
    const [mine, other] = [scheduled(place, 1), { ...scheduled(place, 1), of: 'grad.example-3000' }];
    const at = new Date('2026-03-01T10:00:00Z');
    for (const name of [scheduledName(mine, at), nameByHand(mine, at), scheduledName(other, at), scheduledName({ ...mine, key: 'k' }, new Date('2026-03-01T11:00:00Z')), 'povelja-20260301T100000Z.tar.gz']) writeFileSync(path.join(place, name), '');
    assert.deepEqual(madeSoFar(mine, new Date('2026-03-02T10:00:00Z')).map(({ file }) => path.basename(file)), ['povelja-grad.example-20260301T100000Z.tar.gz', 'povelja-grad.example-20260301T110000Z.tar.gz.enc']);
    assert.deepEqual(madeSoFar(other, new Date('2026-03-02T10:00:00Z')).map(({ file }) => path.basename(file)), ['povelja-grad.example-3000-20260301T100000Z.tar.gz']);
  });
});

describe('scheduled backups', () => {
  test('are made when the newest is old enough, keep the last ones, and leave alone what is not theirs', async () => {
    const database = await freshDatabase();
    const place = folder();
    // What a killed backup left, one that is being made by somebody else, and what was made by hand, long ago and by another installation.
    const [dead, living] = ['povelja-grad.example-20260227T100000Z.tar.gz.part', 'povelja-grad.example-20260301T095900Z.tar.gz.part'];
    const others = ['notes.txt', 'povelja-grad.example-20260101T100000Z-by-hand.tar.gz', 'povelja-test.grad.example-20260101T100000Z.tar.gz', living];
    for (const name of [dead, ...others]) writeFileSync(path.join(place, name), 'mine');
    utimesSync(path.join(place, dead), 0, 0);
    let now = Date.parse('2026-03-01T10:00:00Z');
    const [said, told] = [[] as string[], [] as string[]];
    const job = startBackups({ url: database.url, backup: scheduled(place, 2), log: (line) => said.push(line), now: () => new Date(now), look: 20, tell: telling(told) });
    for (const hours of [0, 1, 2]) {
      now = Date.parse('2026-03-01T10:00:00Z') + hours * hour;
      await until(() => said.length === hours + 1);
      await wait(100); // and no second one within the hour
      assert.equal(said.length, hours + 1);
    }
    await job.close();
    assert.deepEqual(told, ['due every 1 h', 'made, 1 h', 'made, 1 h', 'made, 1 h']);
    assert.deepEqual(readdirSync(place).toSorted(), [...others, 'povelja-grad.example-20260301T110000Z.tar.gz', 'povelja-grad.example-20260301T120000Z.tar.gz'].toSorted());
    assert.match(said[2] ?? '', /^Backup: .*120000Z\.tar\.gz, \d+\.\d MB; head of the ledger none\.$/);
    await database.drop();
  });

  test('why one was not made is known from the fault; what only could not be tidied up, or told, was made', async () => {
    const fault = (code: string) => Object.assign(new Error(code), { code });
    assert.deepEqual(['ENOENT', 'ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'ECONNREFUSED'].map((code) => whyUnmade(fault(code))), ['noFolder', 'noRoom', 'noRoom', 'notAllowed', 'notAllowed', 'other']);
    assert.deepEqual([whyUnmade(new Error('x')), whyUnmade(new Unmade('noRoom', 'x'))], ['other', 'noRoom']);
    const database = await freshDatabase();
    const [place, said] = [folder(), [] as string[]];
    // An archive of before that is a folder cannot be removed as a file.
    for (const day of ['01', '02']) mkdirSync(path.join(place, `povelja-grad.example-202501${day}T100000Z.tar.gz`));
    const job = startBackups({ url: database.url, backup: scheduled(place, 1), log: (line) => said.push(line), look: 20, tell: { ...telling([]), made: () => Promise.reject(new Error('not now')), failed: () => Promise.reject(new Error('was made')) } });
    await until(() => said.length === 3);
    await job.close();
    assert.match(said[0] ?? '', /^Backup: /);
    assert.equal(said[1], 'Nobody could be told how the backup went: not now');
    assert.match(said[2] ?? '', /^Old backups could not be removed: /);
    await database.drop();
  });

  test('one that fails is one plain line, and removes nothing', async () => {
    const place = folder();
    writeFileSync(path.join(place, 'povelja-grad.example-20260101T100000Z.tar.gz'), 'old');
    const [said, told] = [[] as string[], [] as string[]];
    const job = startBackups({ url: 'postgres://nobody@127.0.0.1:9/povelja', backup: scheduled(place, 1), log: (line) => said.push(line), look: 20, tell: telling(told) });
    await until(() => said.length > 0);
    await job.close();
    assert.match(said[0] ?? '', /^No backup could be made: .*ECONNREFUSED/);
    assert.equal(told[1], 'other');
    assert.deepEqual(readdirSync(place), ['povelja-grad.example-20260101T100000Z.tar.gz']);
  });

  test('a folder that was named and is not there is told and not made; one on the disk of the database is told once', async () => {
    const [place, said, told] = [path.join(folder(), 'mnt'), [] as string[], [] as string[]];
    const job = startBackups({ url: 'postgres://nobody@127.0.0.1:9/povelja', backup: scheduled(place, 1), beside: folder(), log: (line) => said.push(line), look: 5, tell: telling(told) });
    await until(() => said.length > 1);
    assert.match(said[0] ?? '', /^No backup could be made: BACKUP_DIR is .*mnt, and there is no such folder\. Is its disk mounted\?/);
    assert.equal(readdirSync(path.dirname(place)).length, 0);
    assert.equal(told[1], 'noFolder', 'also where it was never reached');
    mkdirSync(place);
    await until(() => said.filter((line) => line.includes('ECONNREFUSED')).length > 1);
    await job.close();
    assert.equal(said.filter((line) => /lie on the disk of the database/.test(line)).length, 1);
    rmSync(place, { recursive: true });
    openFolder({ ...scheduled(place, 1), isNamed: false });
    assert.deepEqual(readdirSync(place), []);
  });
});

describe('the watch over backups', () => {
  test('goes on where this instance makes none, and beside one that hangs', async () => {
    const hanging = createServer();
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
    const { port } = hanging.address() as AddressInfo;
    for (const everyHours of [undefined, 1]) {
      let looks = 0;
      const job = startBackups({ url: `postgres://nobody@127.0.0.1:${port}/povelja`, backup: { ...scheduled(folder(), 1), everyHours }, log: () => {}, look: 5, tell: { ...telling([]), watched: async () => void (looks += 1) } });
      await until(() => looks > 1);
      void job.close();
    }
    hanging.close();
  });
});

/** In the place of the register, which hears how it went. */
function telling(told: string[]) {
  return { due: async (hours: number) => void told.push(`due every ${hours} h`), made: async (hours: number) => void told.push(`made, ${hours} h`), failed: async (why: string) => void told.push(why), watched: async () => {} };
}

async function until(holds: () => boolean): Promise<void> {
  const since = performance.now();
  while (!holds()) {
    assert.ok(performance.now() - since < 30_000, 'waited for 30 s');
    await wait(20);
  }
}
