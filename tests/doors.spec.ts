import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expected } from './app/doors/expected.ts';
import { routesIn, routeTree } from './app/doors/routes.ts';
import { subjects } from './app/doors/subjects.ts';
import { words } from './app/doors/words.ts';
import { houseOf } from './house.ts';

const tree = routeTree();

/** The routes of a tree for which nobody said who gets in, and the rules of which no route is left. */
function unsaid(routes: readonly { address: string }[]): string[] {
  const known = new Set(routes.map(({ address }) => address));
  return [
    ...[...known].filter((address) => !(address in words)).map((address) => `${address}: say in tests/app/doors/words.ts who gets in`),
    ...Object.keys(words).filter((address) => !known.has(address)).map((address) => `${address}: no such route`),
  ];
}

describe('the doors', () => {
  test('every route of the tree has a rule, and every rule its route', () => {
    assert.deepEqual(unsaid(tree), []);
    assert.ok(tree.length > 100);
  });

  test('a route that nobody has thought of is found, a page and a handler alike', () => {
    const added = routesIn(houseOf({ 'app/[locale]/workspace/secrets/[id]/page.tsx': '', 'app/api/people/route.ts': 'export async function GET() {}\nexport async function DELETE() {}\n' }));
    assert.deepEqual(added.map(({ address, verbs }) => [address, verbs]), [['/[locale]/workspace/secrets/[id]', ['GET', 'POST']], ['/api/people', ['GET', 'DELETE']]]);
    assert.equal(unsaid([...tree, ...added]).length, unsaid(tree).length + 2);
    assert.equal(unsaid([]).length, Object.keys(words).length);
    assert.throws(() => expected({ route: '/api/people', address: '/api/people', noun: null, target: null }, 'a visitor'), /no rule/);
  });

  test('whoever is not signed in gets into nothing but what everybody gets', () => {
    for (const { address } of tree.filter((route) => route.address.includes('/workspace'))) {
      for (const subject of subjects.filter((one) => one === 'a visitor' || one.includes('forger') || one.includes('deactivated'))) {
        for (const target of ['a published record', 'a draft of another', 'nothing', null] as const) {
          assert.ok([303, 307, 401, 404].includes(expected({ route: address, address, noun: 'agreement', target }, subject)), `${address} by ${subject}`);
        }
      }
    }
  });
});
