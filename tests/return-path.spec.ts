import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { safeReturnPath } from '#app/return-path.ts';
import { writtenForms } from '#messages/local-text.ts';

const desk = '/workspace';
const host = 'https://povelja.example';

/** What readers are lured with; each of them leads to the desk. */
const lures = [
  '', ' ', '/', '//evil.example', '///evil.example', '////evil.example/en/workspace', String.raw`/\evil.example`, String.raw`\\evil.example`, String.raw`/en\workspace`,
  'https://evil.example', 'http:evil.example', 'https:/evil.example', 'https:///evil.example/en/workspace', 'evil.example/en/workspace', '.evil.example', '@evil.example',
  '/@evil.example', 'https://povelja.example@evil.example/en/workspace', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', '/javascript:alert(1)', 'data:text/html,x',
  'vbscript:x', '\tjavascript:alert(1)', 'java\nscript:alert(1)', '/\t/evil.example', '/\n/evil.example', '/\r\nLocation: //evil.example', '/en/workspace\r\nSet-Cookie: a=b',
  '/en/workspace\u0000', '\u0000/en/workspace', ' /en/workspace', '/en/workspace ', '/en/work\u200Bspace', '/en/workspace\u202E', '/еn/workspace', '/en/workspаce', '/en/workspace/ћ',
  '/en//evil.example', '/en//evil.example/workspace', '/en/workspace//evil.example', '/en/workspace/a//b', '/workspace', '/workspace/partners', '/de/workspace', '/EN/workspace', '/sr/workspace',
  '/sr-cyrl/workspace', '/en', '/en/', '/en/partners', '/en/sign-in', '/en/workspaces', '/en/workspace-of-another', '/en/workspace@evil.example', '/en/workspace;a=b',
  '/en/../workspace', '/en/workspace/..', '/en/workspace/../../api/auth/signout', '/en/workspace/%2e%2e/%2E./x', '/en/workspace/.%2e/../x', '/en/workspace/a/../../../x', '/en/workspace/../../workspace', '/en/workspace/../../sr-Cyrl/workspace', '/en/%2e%2e/workspace', '/api/auth/signout', '/en/partners/../workspace', '?next=/en/workspace', '#/en/workspace', '/en/workspace\\..\\..', 'null', 'undefined', '[object Object]',
];

/** What a reader really asked for, and where he is sent. */
const honest = {
  '/en/workspace': '/workspace',
  '/sr-Cyrl/workspace': '/workspace',
  '/sr-Latn/workspace/': '/workspace/',
  '/en/workspace/agreements/0b7e3f5e-1d8b-4c9c-9d50-9d1a6cfa6e3b/sign': '/workspace/agreements/0b7e3f5e-1d8b-4c9c-9d50-9d1a6cfa6e3b/sign',
  '/en/workspace/partners?q=%D0%9D%D0%B8%D1%88&page=2': '/workspace/partners?q=%D0%9D%D0%B8%D1%88&page=2',
  '/en/workspace?sort=name': '/workspace?sort=name',
};

describe('the path that a reader is sent back to', () => {
  test('every lure leads to the desk', () => {
    for (const lure of lures) assert.equal(safeReturnPath(lure), desk, JSON.stringify(lure));
  });

  test('what was asked for honestly is where he goes', () => {
    for (const [asked, path] of Object.entries(honest)) assert.equal(safeReturnPath(asked), path);
  });

  test('whatever is asked for, a browser ends in the workspace of this house', () => {
    const piece = fc.constantFrom('/', '//', '\\', '.', '..', '%2e', '%2f', '%5c', '@', ':', '?', '#', ';', 'en', 'sr-Cyrl', 'workspace', 'evil.example', 'javascript:', 'https:', '\t', '\n', '\u0000', ' ', 'ћ', 'a');
    const begun = fc.tuple(fc.constantFrom('', '/en/workspace', '/en/', '/'), fc.array(piece, { maxLength: 8 }), fc.constantFrom('', '/')).map(([start, rest, by]) => start + by + rest.join(by));
    const anything = fc.oneof({ weight: 6, arbitrary: begun }, fc.string(), fc.string({ unit: 'binary' }), fc.webUrl());
    fc.assert(fc.property(anything, fc.constantFrom(...writtenForms), (wanted, form) => {
      const went = new URL(`/${form}${safeReturnPath(wanted)}`, host);
      assert.equal(went.origin, host);
      assert.match(went.pathname, new RegExp(`^/${form}/workspace(/|$)`), wanted);
    }), { numRuns: 20_000 });
  });
});
