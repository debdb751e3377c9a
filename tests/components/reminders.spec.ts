import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createElement as h } from 'react';
import { local } from '#messages/local-text.ts';
import type { Reminder } from '#office/reminder/read.ts';
import { draw } from './drawing.ts';

const { RemindersCard, RemindersList } = await import('#components/reminder/reminders.tsx');

const reminders = (many: number) => Array.from({ length: many }, (_, place): Reminder => ({
  rule: 'due', noun: 'milestone', recordId: `id-${place}`, dueOn: '2026-12-01', step: 0, code: `NI-T-${place}`, title: local({ sr: `Рок ${place}` }), ownerId: null, deputyId: null, projectId: null, seen: null,
}));
const rest = { form: 'sr-Cyrl', today: '2026-11-22', see: async () => ({ issues: [] }) as never, requestOf: () => 'request', hrefOf: (_noun: string, id: string) => `/x/${id}` } as const;
const lines = (html: string) => html.match(/<li>/g)?.length ?? 0;

describe('the reminders on the desk', () => {
  test('are the ten nearest, told how many there are and where the others stand', () => {
    const html = draw(h(RemindersCard, { ...rest, reminders: reminders(200), all: '/sr-Cyrl/workspace/reminders' }));
    assert.equal(lines(html), 10);
    assert.match(html, /href="\/x\/id-9"/);
    assert.doesNotMatch(html, /href="\/x\/id-10"/);
    assert.match(html, /<span class="count">200<\/span>/);
    assert.match(html, /<a href="\/sr-Cyrl\/workspace\/reminders">Сви подсетници: 200<\/a>/);
  });

  test('are all of them where they are ten, and the list draws whatever it is given', () => {
    const html = draw(h(RemindersCard, { ...rest, reminders: reminders(10), all: '/sr-Cyrl/workspace/reminders' }));
    assert.deepEqual([lines(html), html.includes('workspace/reminders')], [10, false]);
    const long = draw(h(RemindersList, { ...rest, reminders: reminders(25), page: 2 }));
    assert.deepEqual([lines(long), long.match(/<input type="hidden" name="page" value="2"\/>/g)?.length], [25, 25], 'whoever sees one stays on the page');
    assert.doesNotMatch(html, /name="page"/);
  });
});
