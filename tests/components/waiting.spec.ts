import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createElement as h } from 'react';
import { local } from '#messages/local-text.ts';
import type { Waiting } from '#office/desk/desk.ts';
import { draw } from './drawing.ts';

const { WaitingCard, WaitingLines } = await import('#components/desk/waiting.tsx');

const ends = (many: number) => Array.from({ length: many }, (_, place): Waiting => ({
  kind: 'ends', noun: 'agreement', id: `id-${place}`, code: `NI-A-${place}`, title: local({ sr: `Споразум ${place}` }), day: '2026-12-01', days: place, place: null, who: null,
}));
const rest = { form: 'sr-Cyrl', hrefOf: ({ id }: Waiting) => `/x/${id}`, actsOf: ({ id }: Waiting) => [{ verb: 'renew', href: `/x/${id}/act` }] } as const;

describe('what waits on the desk', () => {
  test('of a kind of which there are more than are named, all are one link away', () => {
    const groups = [{ kind: 'ends', lines: ends(6), total: 41 }, { kind: 'decide', lines: ends(2), total: 2 }] as const;
    const html = draw(h(WaitingCard, { ...rest, groups, allOf: (kind: string) => `/sr-Cyrl/workspace/waiting/${kind}` }));
    assert.match(html, /<a href="\/sr-Cyrl\/workspace\/waiting\/ends">укупно: 41<\/a>/);
    assert.doesNotMatch(html, /waiting\/decide/);
    assert.match(html, /<span class="count">43<\/span>/);
  });

  test('two unsent forms of one record are told apart by when they were kept', () => {
    const lines = ['09:05', '14:40'].map((time, place): Waiting => ({ kind: 'unsent', noun: null, id: `/p#${place}`, code: '', title: local({ sr: 'Споразум' }), day: '2026-11-23', at: new Date(`2026-11-23T${time}:00+01:00`), days: null, place: '/p', who: null }));
    const html = draw(h(WaitingLines, { ...rest, lines }));
    for (const time of ['9.05', '14.40']) assert.match(html, new RegExp(`сачувано 23\\. 11\\. 2026\\. у ${time}, није послато`));
  });

  test('an end that a notice brings is told as one', () => {
    const html = draw(h(WaitingLines, { ...rest, lines: ends(3).map((one, place) => ({ ...one, byNotice: place === 2 })) }));
    assert.equal(html.match(/престаје по отказу 1\. 12\. 2026\., за 2 дана/g)?.length, 1);
    assert.match(html, /престаје 1\. 12\. 2026\., за 1 дан/);
  });

  test('each line leads to its record, and to the act that settles it', () => {
    const html = draw(h(WaitingLines, { ...rest, lines: ends(2) }));
    assert.match(html, /href="\/x\/id-1"/);
    assert.match(html, /href="\/x\/id-1\/act"/);
  });
});
