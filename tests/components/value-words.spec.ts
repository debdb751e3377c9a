import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldWords } from '#components/record/value-words.ts';

const told: [table: string, field: string, value: unknown, words: string | undefined][] = [
  ['obligation', 'state', 'open', 'Отворена'],
  ['obligation', 'recurrence', 'FREQ=MONTHLY;INTERVAL=3;UNTIL=20301231', 'на свака 3 месеца, најкасније до 31. децембра 2030.'],
  ['obligation', 'recurrence', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['obligation', 'kind', 'fee_due', 'рок за чланарину'],
  ['document', 'stage', 'superseded', 'Замењен'],
  ['document', 'iatiCategory', 'A09', 'меморандум о разумевању'],
  ['document', 'language', 'de', 'немачки'],
  ['document_link', 'noun', 'project', 'пројекат'],
  ['agreement', 'authenticLanguages', ['sr', 'en'], 'српски, енглески'],
  ['agreement', 'completeness', ['pages_missing'], 'недостају стране'],
  ['programme', 'countries', ['RS', 'BG'], 'Србија, Бугарска'],
  ['programme_partner', 'iatiRole', 4, 'спроводи'],
  ['organisation', 'scheduledFor', '2031-03-28T08:00:00+00:00', '28. март 2031. у 9.00'],
  ['organisation', 'scheduledFor', '2031-07-28 08:00:00+00', '28. јул 2031. у 10.00'],
  ['organisation', 'embargoUntil', '2031-01-01', '1. јануар 2031.'],
  ['organisation', 'country', null, undefined],
];

test('a history shows no codes: each has the word that the form has for it', () => {
  for (const [table, field, value, words] of told) assert.equal(fieldWords(table, field, value, 'sr-Cyrl'), words, `${table}.${field}`);
});
