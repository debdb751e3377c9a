import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { untouched, type Warning } from '#office/outcome.ts';
import { draw } from './drawing.ts';

const { FaceContext } = await import('#components/form-face.ts');
const { SecondLook } = await import('#components/second-look.tsx');

const near = [{ noun: 'membership', id: 'm1', label: 'Eurocities (NI-CLA-001)' }];

test('what may be saved all the same is offered to be; what would be refused is not, and leads to what stands in its way', () => {
  const second = drawn({ field: 'networkId', rule: 'near_membership', values: { count: 1 }, near });
  assert.match(second, /<button[^>]*name="anyway"/);
  const refused = drawn({ field: 'networkId', rule: 'secondMembership', near, isFinal: true });
  assert.doesNotMatch(refused, /name="anyway"/);
  assert.match(refused, /href="[^"]*\/networks\/m1"/);
});

function drawn(warning: Warning): string {
  const face = { noun: 'membership', values: {}, issues: [], theirs: null, take() {}, cameBack: true };
  return draw(createElement(FaceContext, { value: face }, createElement(SecondLook, { state: { ...untouched, warnings: [warning] } })));
}
