import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from 'next/constants.js';

type Settings = { readonly [setting: string]: unknown; readonly experimental?: object };

const root = path.resolve(import.meta.dirname, '..');
const { default: settings } = await import(pathToFileURL(path.join(root, 'next.config.mjs')).href) as { readonly default: (phase: string) => Promise<Settings> };

/** Each was an opening in Next's own code within a year: its caches, its optimiser of pictures, what it rewrites and fetches for others (SAFETY, section 2). */
const off = ['cacheComponents', 'ppr', 'dynamicIO', 'cacheHandler', 'cacheHandlers', 'cacheLife', 'rewrites', 'redirects', 'headers', 'i18n', 'basePath', 'assetPrefix', 'trailingSlash', 'generateEtags', 'output'];

for (const phase of [PHASE_PRODUCTION_SERVER, PHASE_PRODUCTION_BUILD, PHASE_DEVELOPMENT_SERVER]) {
  test(`${phase}: what Next brings and SAFETY closes is off, and nothing new was switched on`, async () => {
    const { experimental, ...said } = await settings(phase);
    assert.deepEqual(off.filter((name) => name in said), []);
    assert.deepEqual(said.images, { unoptimized: true });
    assert.deepEqual([said.poweredByHeader, said.productionBrowserSourceMaps, said.compress], [false, false, false]);
    assert.deepEqual(experimental, { serverActions: { bodySizeLimit: '1mb' } }, 'every experiment is a door: name here why it is opened');
    assert.ok('deploymentId' in said, 'pages of an older build know that they are older');
  });
}

test('nothing stands between the door and the pages', () => {
  for (const name of ['proxy', 'middleware']) for (const folder of ['.', 'app', 'src']) for (const ending of ['ts', 'js', 'mjs', 'tsx']) {
    assert.equal(existsSync(path.join(root, folder, `${name}.${ending}`)), false, `${folder}/${name}.${ending}`);
  }
});
