import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutMark } from '#server/reception.ts';

test('the mark of the client is no part of the address that a page is told, with a value or, after a redirect of an action, without', () => {
  for (const [asked, told] of [
    ['/en/workspace?_rsc=1abc', '/en/workspace'], ['/en/workspace?_rsc', '/en/workspace'], ['/en/workspace?_rsc=', '/en/workspace'],
    ['/en/workspace?_rsc&view=all', '/en/workspace?view=all'], ['/en/workspace?view=all&_rsc', '/en/workspace?view=all'], ['/en/workspace?a=1&_rsc=2&b=3', '/en/workspace?a=1&b=3'],
    ['/en/workspace?my_rsc', '/en/workspace?my_rsc'], ['/en/workspace?_rscs=1', '/en/workspace?_rscs=1'],
  ] as const) assert.equal(withoutMark(asked), told);
});
