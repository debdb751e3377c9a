import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { writtenForms } from '#messages/local-text.ts';
import type { PastOfPerson } from '#office/person/past.ts';
import { machineReasons } from '#office/person/person.ts';
import { draw } from './drawing.ts';

const { PastOfPersonList } = await import('#components/person/past.tsx');

test('why the system touched an account is told in the reader’s language; what a person wrote stands as he wrote it', () => {
  const past = (actorKind: 'person' | 'system', reason: string): PastOfPerson => ({ seq: 1, at: new Date(0), actorId: 'a', actor: 'Ана', actorKind, action: 'person.invite', reason, given: [], taken: [] });
  for (const reason of Object.keys(machineReasons)) {
    const said = writtenForms.map((form) => draw(createElement(PastOfPersonList, { past: [past('system', reason)], titles: new Map(), form }), form));
    for (const html of said.slice(0, 2)) assert.doesNotMatch(html.replaceAll(/<[^>]*>/g, ''), new RegExp(reason));
    assert.match(said[0]!, /прва особа у регистру|преко везе/);
    assert.match(said[2]!, /the first person in the register|by a link/);
    assert.ok(draw(createElement(PastOfPersonList, { past: [past('person', reason)], titles: new Map(), form: 'sr-Cyrl' })).includes(reason));
  }
});
