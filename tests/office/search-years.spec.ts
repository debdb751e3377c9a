import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { milestone, milestoneAct } from '#db/schema/milestone.ts';
import { migrate } from '#db/migrate.ts';
import { change } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { systemViewer } from '#office/viewer.ts';
import { asOwner, useEmptyDatabase } from '../fixtures.ts';
import { accepted, staff } from '../verbs.ts';
import { ids, put, set, text } from './search-ground.ts';

const editor = staff('editor');

describe('the year of a milestone', () => {
  const database = useEmptyDatabase();
  const under = (year: number) => ids(editor, 'Ветрогон', { year: [String(year)] });

  /** Its acts, and the column that follows from them. */
  async function acted(id: string, kind: 'started' | 'done' | 'cancelled', on: string | null): Promise<void> {
    const day = on === null ? null : parseFuzzyDate(on);
    accepted(await change(systemViewer, { action: 'milestone.revise', table: milestone, id }, async (pen) => {
      await pen.revise(milestone, { actual: kind === 'done' ? day : null });
      await pen.replaceParts(milestoneAct, milestoneAct.milestoneId, [{ kind, on: day, note: null, plannedBefore: null }]);
    }));
  }

  test('is that of its plan until it was reached, then that of the day; none where nobody knows it', async () => {
    const id = await put('milestone', { title: text('Ветрогон'), kind: 'project_event', planned: parseFuzzyDate('2031-05') });
    assert.deepEqual([await under(2031), await under(2032)], [[id], []]);
    await acted(id, 'started', '2030-01-01');
    assert.deepEqual(await under(2031), [id]);
    await acted(id, 'done', '2032');
    assert.deepEqual([await under(2031), await under(2032)], [[], [id]]);
    await acted(id, 'done', null);
    assert.deepEqual([await under(2031), await under(2032), await ids(editor, 'Ветрогон')], [[], [], [id]]);
    await acted(id, 'cancelled', null);
    assert.deepEqual(await under(2031), [id], 'given up: it stands where it was planned');
    await set('milestone', id, { planned: null });
    assert.deepEqual(await under(2031), []);
  });

  test('is told anew of those that were entered under another rule', async () => {
    const id = await put('milestone', { title: text('Ветрогон'), kind: 'project_event', planned: parseFuzzyDate('2035') });
    await acted(id, 'done', null);
    await asOwner(database.url(), async (client) => {
      await client.query(`update search_entry set years = '{2035}', words = words || '''@2035'':1'::tsvector where id = $1`, [id]);
      await client.query(`comment on table search_entry is 'another rule'`);
    });
    assert.deepEqual(await under(2035), [id]);
    await migrate(database.url());
    assert.deepEqual(await under(2035), []);
  });
});
