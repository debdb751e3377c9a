import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenForms } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import { actions, permits } from '#office/permission.ts';
import { casesOf, holderOf, rightsMatrix, rightsRoles } from '#office/rights.ts';

const groups = rightsMatrix();
const rows = groups.flatMap((group) => group.rows);

test('each cell says what the permission table answers, for every act of its row', () => {
  let asked = 0;
  for (const row of rows) {
    for (const role of rightsRoles) {
      const { answers, extent } = row.cells[role];
      for (const action of row.actions) {
        const truth = Object.fromEntries(Object.entries(casesOf(action)).map(([name, subject]) => [name, permits(holderOf(role), action, subject)]));
        assert.deepEqual(answers, truth, `${action} by ${role}`);
        asked += Object.keys(truth).length;
      }
      const said = Object.values(answers);
      assert.equal(extent === 'yes', said.every(Boolean), `${row.verb} by ${role}`);
      assert.equal(extent === 'no', !said.some(Boolean), `${row.verb} by ${role}`);
    }
  }
  assert.ok(asked > 500, `${asked} answers were compared`);
});

test('every act stands in one row; only what no role may in any case is left out', () => {
  const shown = rows.flatMap((row) => row.actions);
  assert.equal(new Set(shown).size, shown.length);
  for (const action of actions) {
    const may = rightsRoles.some((role) => Object.values(casesOf(action)).some((subject) => permits(holderOf(role), action, subject)));
    assert.equal(shown.includes(action), may, action);
  }
});

// In the words of decision 0005, and not taken from the code.
test('what the decision says can be read off the table', () => {
  const cell = (action: (typeof actions)[number], role: (typeof rightsRoles)[number]) => rows.find((row) => row.actions.includes(action))?.cells[role].extent;
  assert.deepEqual(rightsRoles.map((role) => cell('agreement.revise', role)), ['ownDrafts', 'drafts', 'yes', 'no']);
  assert.deepEqual(rightsRoles.map((role) => cell('project.publish', role)), ['no', 'no', 'yes', 'no']);
  assert.deepEqual(rightsRoles.map((role) => cell('person.grant', role)), ['no', 'no', 'no', 'others']);
  assert.deepEqual(rightsRoles.map((role) => cell('person.setPassword', role)), ['oneself', 'oneself', 'oneself', 'oneself']);
  assert.deepEqual(rightsRoles.map((role) => cell('setting.change', role)), ['no', 'no', 'no', 'yes']);
});

test('every act and every extent has its words in all three forms', () => {
  for (const form of writtenForms) {
    const t = words(form, 'rights');
    for (const group of groups) {
      assert.ok(t(`groups.${group.key}`));
      for (const row of group.rows) {
        assert.ok(t(`acts.${group.key}.${row.verb}`));
        for (const role of rightsRoles) assert.ok(t(`can.${row.cells[role].extent}`));
        for (const noun of row.nouns) assert.ok(t(`nouns.${noun}`));
      }
    }
  }
});
