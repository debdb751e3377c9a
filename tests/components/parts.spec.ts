import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createElement as h } from 'react';
import { writtenForms } from '#messages/local-text.ts';
import { draw } from './drawing.ts';

const { Showcase } = await import('./showcase.tsx');
const { FormShowcase, NeededDate, UnknownName, typed } = await import('./form-showcase.tsx');
const { Missing } = await import('#components/frame/missing.tsx');
const { Side } = await import('#components/frame/side.tsx');
const { Door } = await import('#components/frame/door.tsx');

for (const form of writtenForms) {
  const pages = {
    'the parts': draw(h(Showcase, { form }), form),
    'a form with faults': draw(h(FormShowcase, { as: 'wrong' }), form),
    'a form in conflict': draw(h(FormShowcase, { as: 'conflict' }), form),
    'what is missing': draw(h(Missing, { form }), form),
    'the side of the workspace': draw(h(Side, { form, address: `/${form}/workspace/partners/new`, proposals: 4, places: ['people'] }), form),
    'the door': draw(h(Door, { form, children: null }), form),
  };
  for (const [name, html] of Object.entries(pages)) {
    test(`${name} in ${form}: nothing that the content policy blocks`, () => {
      assert.doesNotMatch(html, /<[^>]+\s(style|on[a-z]+)=/);
      assert.doesNotMatch(html, /<(script|style|iframe|object)\b/);
    });
    test(`${name} in ${form}: each drawing is hidden or named, each id is its own, each reference leads somewhere`, () => {
      for (const [svg] of html.matchAll(/<svg\b[^>]*>/g)) assert.match(svg, /aria-hidden="true"|role="img"/);
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      assert.deepEqual(ids.filter((id, place) => ids.indexOf(id) !== place), []);
      const named = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby|popoverTarget|popovertarget)="([^"]+)"/g)].flatMap(([, held = '']) => held.split(' '));
      assert.deepEqual(named.filter((id) => !ids.includes(id)), []);
    });
    test(`${name} in ${form}: no message is missing and no Cyrillic stands in Latin words`, () => {
      assert.doesNotMatch(html, />\[[\w.-]+\]</);
      if (form === 'sr-Latn') assert.doesNotMatch(html.replace(/<main[\s\S]*<\/main>|Ћирилица/g, ''), /\p{Script=Cyrillic}/u);
    });
  }
}

test('every fault is told twice: in the summary with a link to its field, and at the field', () => {
  const html = draw(h(FormShowcase, { as: 'wrong' }));
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
  assert.deepEqual(links, ['title.sr-Cyrl', 'date.year', 'amount.amount', 'type', 'sdgs', 'sources.0.url']);
  for (const id of links) assert.match(html, new RegExp(`id="${id.replaceAll('.', '\\.')}"`));
  assert.equal(html.split('Унесите целу адресу стране').length - 1, 2);
  assert.match(html, /после данашњег дана, 21\. новембра 2026\./);
});

test('what an act must carry is asked for as such: no date is called unknown that is refused, and a reason is said to be needed', () => {
  const needed = draw(h(FormShowcase, { as: 'wrong', needs: ['date', 'note'] }));
  const free = draw(h(FormShowcase, { as: 'wrong' }));
  const told = 'Обавезно: напишите разлог.';
  assert.deepEqual([needed, free].map((html) => [html.includes('name="date.unknown"'), html.includes(told)]), [[false, true], [true, false]]);
  assert.match(needed, /id="note"[^>]*aria-describedby="note-hint"/);
  const [blank, open] = [['on'], []].map((needs) => draw(h(NeededDate, { needs })));
  assert.deepEqual([blank, open].map((html) => html?.includes('датум није познат')), [false, true]);
});

test('without scripts a name that no record has leads to a form for one, where there is such a form', () => {
  const [may, mayNot, found] = [['organisation', 'Пловдив'], ['project', 'Пловдив'], ['organisation', '']].map(([drafts, name]) => draw(h(UnknownName, { drafts: drafts as 'organisation', typed: name! })));
  const way = /<a href="\/sr-Cyrl\/workspace\/partners\/new" target="_blank" rel="noopener">Нова организација<\/a>/;
  assert.match(may!, way);
  for (const html of [mayNot, found]) assert.doesNotMatch(html!, way);
});

test('what was typed comes back in its field; a password never does', () => {
  const html = draw(h(FormShowcase, { as: 'wrong' }));
  for (const text of [typed['title.sr-Cyrl']?.[0], 'Σέρρες', 'milica@example.org', 'BGN', '9.000']) assert.ok(html.includes(String(text)), text);
  assert.match(html, /<option value="b" selected="">/);
  assert.match(html, /<input[^>]*type="password"[^>]*>/);
  assert.doesNotMatch(html, /<input[^>]*type="password"[^>]*value=/);
  assert.match(html, /name="sources\.rows" readOnly="" value="2"|name="sources\.rows" value="2"/);
});

test('Latin is shown as derived without a script, and a fuzzy date as it will be written', () => {
  const html = draw(h(FormShowcase, { as: 'wrong' }));
  assert.match(html, /<output[^>]*lang="sr-Latn">Protokol o saradnji Grada Niša i Grada Sera<\/output>/);
  assert.match(html, /Биће приказано: око јуна 2018\./);
});

test('a conflict shows both texts of the fields that differ, in the words of their choices, and of no others', () => {
  const html = draw(h(FormShowcase, { as: 'conflict' }));
  const both = [...html.matchAll(/<label class="pick-one">(.*?)<\/label>/gs)].map(([, one = '']) => one.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|'));
  assert.deepEqual(both.slice(2), [
    '|Ваша верзија|Избор |Б|', '|Ана Петровић|сачувано у 10.39|Избор |А|',
    '|Ваша верзија|око јуна |2018.|', '|Ана Петровић|сачувано у 10.39|око јуна |2019.|',
  ]);
  assert.equal(both.length, 6);
  assert.match(html, /у 10\.39 овај запис је сачувао други корисник: Ана Петровић\./);
  assert.match(html, /Преузете су измене у пољима која нисте дирали: Напомена\./, 'and not a language of the title, which is to be chosen whole');
  assert.match(html, /додат је 1 ред\. Уклоњена су 2 реда\. 1 ред је/);
  assert.match(html, /href="data:text\/plain;charset=utf-8,[^"]+" download=/);
});

test('public parts are drawn on the server alone', () => {
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = readFileSync(file, 'utf8');
    assert.doesNotMatch(source, /^'use client'/, file);
    for (const [, next] of source.matchAll(/from '#(components\/[^']+)'/g)) follow(String(next));
  };
  follow('tests/components/showcase.tsx');
  follow('components/frame/missing.tsx');
  assert.ok(seen.size > 40);
});
