import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { hasRoom, leavesEnough } from '#app/files/room.ts';
import { useEmptyDatabase } from './fixtures.ts';

const gigabyte = 1_073_741_824;

describe('room for files', () => {
  useEmptyDatabase();
  const { FILES_QUOTA_GB, FILES_VOLUME } = process.env;
  afterEach(() => void Object.assign(process.env, { FILES_QUOTA_GB: FILES_QUOTA_GB ?? '', FILES_VOLUME: FILES_VOLUME ?? '' }));

  test('a gigabyte of the disk stays free, or a tenth of it where that is more', () => {
    for (const [free, all, coming, enough] of [
      [gigabyte + 10, 5 * gigabyte, 10, true], [gigabyte + 10, 5 * gigabyte, 11, false], [gigabyte, 5 * gigabyte, 0, true],
      [10 * gigabyte + 10, 100 * gigabyte, 10, true], [10 * gigabyte + 10, 100 * gigabyte, 11, false], [9 * gigabyte, 100 * gigabyte, 0, false],
    ] as const) assert.equal(leavesEnough({ free, all }, coming), enough, `${coming} of ${free} free of ${all}`);
  });

  test('all files together take no more than they may', async () => {
    Object.assign(process.env, { FILES_QUOTA_GB: '2', FILES_VOLUME: '' });
    assert.deepEqual([await hasRoom(2 * gigabyte), await hasRoom(2 * gigabyte + 1)], [true, false]);
  });

  test('the disk is looked at where it is ours, and left alone where the database is elsewhere', async () => {
    Object.assign(process.env, { FILES_QUOTA_GB: '100000000', FILES_VOLUME: '' });
    assert.equal(await hasRoom(gigabyte * 1_000_000), true);
    process.env.FILES_VOLUME = import.meta.dirname;
    assert.equal(await hasRoom(gigabyte * 1_000_000), false);
  });
});
