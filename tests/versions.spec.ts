import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

type Floor = { readonly atLeast: string; readonly below?: string; readonly optional?: true; readonly why: string };
type Installed = Record<string, { readonly version?: string }>;

const floors = read<Record<string, Floor>>('tests/version-floor.json');
const { packages } = read<{ packages: Installed }>('package-lock.json');
const pinned = read<Record<'dependencies' | 'devDependencies', Record<string, string>>>('package.json');

describe('the versions', () => {
  test('every copy of a package in the lockfile stands above its floor, and each floor says why', () => {
    assert.deepEqual(faults(floors, packages), []);
    assert.ok(Object.values(floors).every(({ why }) => why.length > 20));
  });

  test('an older copy is found, also one that another package brought along; so are a release ahead of its time and a missing package', () => {
    const floor: Record<string, Floor> = { next: { atLeast: '16.4.6', below: '17.0.0', why: 'spec' } };
    const at = (version: string, place = 'node_modules/next') => faults(floor, { 'node_modules/next': { version: '16.4.6' }, [place]: { version } });
    assert.deepEqual(at('16.4.6'), []);
    assert.deepEqual(at('16.10.0'), []);
    assert.deepEqual(at('16.4.5'), ['next 16.4.5 is below 16.4.6']);
    assert.deepEqual(at('9.9.9', 'node_modules/a/node_modules/next'), ['next 9.9.9 is below 16.4.6']);
    assert.deepEqual(at('16.4.6-canary.3'), ['next 16.4.6-canary.3 is below 16.4.6']);
    assert.deepEqual(at('17.0.0'), ['next 17.0.0 is not below 17.0.0']);
    assert.deepEqual(at('1.0.0', 'node_modules/not-next'), []);
    assert.deepEqual(faults(floor, {}), ['next is not in the lockfile']);
    assert.deepEqual(faults({ sharp: { atLeast: '0.35.4', optional: true, why: 'spec' } }, {}), []);
  });

  test('what we ask for ourselves is pinned exactly', () => {
    const loose = Object.entries({ ...pinned.dependencies, ...pinned.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(version));
    assert.deepEqual(loose, []);
  });
});

function faults(asked: Record<string, Floor>, installed: Installed): string[] {
  return Object.entries(asked).flatMap(([name, { atLeast, below, optional }]) => {
    const copies = Object.entries(installed).filter(([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`));
    if (copies.length === 0) return optional ? [] : [`${name} is not in the lockfile`];
    return copies.flatMap(([, { version = '' }]) => [
      ...(isOlder(version, atLeast) ? [`${name} ${version} is below ${atLeast}`] : []),
      ...(below !== undefined && !isOlder(version, below) ? [`${name} ${version} is not below ${below}`] : []),
    ]);
  });
}

/** Whether `a` came before `b`. A release ahead of its time, `16.4.6-canary.3`, came before its own number. */
function isOlder(a: string, b: string): boolean {
  const [first, second] = [numbers(a), numbers(b)];
  const place = first.findIndex((number, at) => number !== second[at]);
  if (place === -1) return a.includes('-') && !b.includes('-');
  return (first[place] ?? Number.NaN) < (second[place] ?? 0);
}

function numbers(version: string): number[] {
  return (version.split('-')[0] ?? '').split('.').map(Number);
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(path.resolve(import.meta.dirname, '..', file), 'utf8')) as T;
}
