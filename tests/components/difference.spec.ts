import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createElement } from 'react';
import { toLatin } from '#messages/latin.ts';
import { draw } from './drawing.ts';

const { Is, Was, WasAndIs } = await import('#components/difference.tsx');
const both = (was: string, is: string) => draw(createElement(WasAndIs, { was, is }));

describe('what changed in a text', () => {
  test('is told word by word, in Cyrillic as in Latin', () => {
    const [was, is] = ['Споразум о сарадњи са Градом Букурештом', 'Споразум о пријатељству и сарадњи са Градом Будимпештом'];
    assert.equal(both(was, is), 'Споразум о <ins>пријатељству и </ins>сарадњи са Градом <del>Букурештом</del><ins>Будимпештом</ins>');
    assert.equal(both(toLatin(was), toLatin(is)), toLatin(both(was, is)));
    assert.equal(both('12. мај 2015.', '12. јун 2016.'), '12. <del>мај 2015</del><ins>јун 2016</ins>.');
  });

  test('goes and comes in whole where nothing of it stayed, or it was not there', () => {
    assert.equal(both('Европски градови против дрога', 'Друго име'), '<del>Европски градови против дрога</del><ins>Друго име</ins>');
    assert.deepEqual([both('', 'ново'), both('старо', ''), both('исто', 'исто')], ['<ins>ново</ins>', '<del>старо</del>', 'исто']);
  });

  test('each side holds its own text, letter for letter', () => {
    const [was, is] = ['Члан 3, став 2: „рок“ је 30 дана;\nкраће не може.', 'Члан 3. став 2: „рок“ је 60 дана\nили краће.'];
    const plain = (html: string) => html.replaceAll(/<\/?(del|ins)>/g, '');
    assert.deepEqual([plain(draw(createElement(Was, { was, is }))), plain(draw(createElement(Is, { was, is })))], [was, is]);
  });
});
