import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { allKeptHere, forgetHere, keepHere, keptHere } from '#components/kept-here.ts';
import { askedFor, isResumed, markOf, pagePlace, resumedAt, startedAnew } from '#components/place.ts';

const [one, other] = ['1a2b3c4d-0000-4000-8000-000000000001', '9f8e7d6c-0000-4000-8000-000000000002'];

describe('the address that goes on with an unsent text', () => {
  const page = '/workspace/milestones/new?project=7';
  const texts = [{ typed: { request: [other] } }, { typed: { request: [one] } }];

  test('names the page with all that it was asked for, and which of several texts is meant', () => {
    assert.equal(resumedAt(page), '?project=7&unsent=1');
    const address = `/sr-Cyrl/workspace/milestones/new${resumedAt(page, markOf({ request: [one] }))}`;
    assert.equal(address, '/sr-Cyrl/workspace/milestones/new?project=7&unsent=1a2b3c4d');
    assert.deepEqual([pagePlace(address), startedAnew(address), isResumed(address)], [page, '/sr-Cyrl/workspace/milestones/new?project=7', true]);
    assert.equal(pagePlace('/en/workspace/agreements/new?unsent=1'), '/workspace/agreements/new');
    assert.deepEqual(askedFor(address, texts).map(({ typed }) => typed.request[0]), [one, other]);
  });

  test('means the newest where it names none, or one that is gone', () => {
    for (const asked of ['/x', '/x?unsent=1', '/x?unsent=9', '/x?unsent=ffffffff', '/x?unsent=9f8e7d6c']) assert.deepEqual(askedFor(asked, texts), texts, asked);
    assert.equal(markOf({}), '1');
  });
});

describe('what the browser keeps while the server does not answer', () => {
  const place = '/workspace/agreements/new#agreement';
  let held: Map<string, string>;
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  beforeEach(() => {
    held = new Map();
    const store = { getItem: (name: string) => held.get(name) ?? null, setItem: (name: string, text: string) => void held.set(name, text), removeItem: (name: string) => void held.delete(name) };
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: new Proxy(store, { ownKeys: () => [...held.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) }) });
  });
  afterEach(() => {
    if (before) Object.defineProperty(globalThis, 'localStorage', before);
    else Reflect.deleteProperty(globalThis, 'localStorage');
  });
  const notes = (who = 'ana', at = place) => allKeptHere(who, at).map(({ typed }) => typed.note?.[0]).toSorted();

  test('is each window’s own: one neither writes over nor forgets what another has', () => {
    keepHere('ana', place, { note: ['први'], request: [one] });
    keepHere('ana', place, { note: ['други'], request: [other] });
    keepHere('ana', `${place}.2`, { note: ['друга форма'], request: [one] });
    keepHere('bojan', place, { note: ['туђе'], request: [one] });
    assert.deepEqual([notes(), notes('ana', `${place}.2`), notes('bojan')], [['други', 'први'], ['друга форма'], ['туђе']]);
    assert.equal(keptHere('ana', place, { request: [one] })?.typed.note?.[0], 'први');
    forgetHere('ana', place, { request: [one] });
    assert.deepEqual([notes(), notes('bojan')], [['други'], ['туђе']]);
    forgetHere('ana', place, { request: [one], resumed: [other] });
    assert.deepEqual(notes(), [], 'with the text that it was gone on with');
  });

  test('is found also as an older version kept it, and not when it is older than the server would keep it', () => {
    held.set(`povelja.unsent ana ${place}`, JSON.stringify({ at: new Date().toISOString(), typed: { note: ['старо'] } }));
    held.set(`povelja.unsent ana ${place} ${one}`, JSON.stringify({ at: new Date(Date.now() - 31 * 86_400_000).toISOString(), typed: { note: ['истекло'], request: [one] } }));
    held.set(`povelja.unsent ana ${place} ${other}`, 'није JSON');
    assert.deepEqual(notes(), ['старо']);
    assert.equal(held.has(`povelja.unsent ana ${place} ${one}`), false);
  });
});
