import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDrawnInPlace } from '#components/frame/in-place.ts';
import { routeTree } from '../app/doors/routes.ts';

const site = 'https://povelja.example';
const filled = (address: string) => `${site}${address.replace('[locale]', 'sr-Cyrl').replaceAll(/\[(?:\.\.\.)?\w+\]/g, 'one')}`;
const from = `${site}/sr-Cyrl/workspace/help?a=1`;

describe('what is drawn in place', () => {
  const workspace = routeTree().filter(({ address }) => address.startsWith('/[locale]/workspace'));

  test('every page of the workspace is, but for those whose forms are kept nowhere, and no handler: those answer with no page', () => {
    const isPersonal = (address: string) => /workspace\/(?:people|me)(?:\/|$)/.test(address);
    const wrong = workspace.filter(({ address, kind }) => !address.endsWith('/help') && isDrawnInPlace(from, filled(address)) !== (kind === 'page' && !isPersonal(address)));
    assert.deepEqual(wrong.map(({ address }) => address), []);
    assert.ok(workspace.some(({ kind }) => kind === 'handler') && workspace.length > 60);
  });

  test('neither what lies outside of the workspace, nor another written form, nor another site', () => {
    for (const to of ['/sr-Cyrl', '/sr-Cyrl/partners', '/sr-Cyrl/sign-in', '/sr-Cyrl/workspaces', '/sr-Latn/workspace/help', '/files/a/b.pdf']) assert.equal(isDrawnInPlace(from, site + to), false, to);
    assert.equal(isDrawnInPlace(from, 'https://other.example/sr-Cyrl/workspace'), false);
    assert.equal(isDrawnInPlace(`${site}/sr-Cyrl/partners`, `${site}/sr-Cyrl/workspace`), false);
  });

  test('nor the same page with another query, whose fields show what the query says, nor another place of it', () => {
    for (const to of ['?a=2', '', '?a=1#below']) assert.equal(isDrawnInPlace(from, `${site}/sr-Cyrl/workspace/help${to}`), false, to);
    assert.equal(isDrawnInPlace(from, `${site}/sr-Cyrl/workspace/partners?sort=code#x`), true);
  });
});
