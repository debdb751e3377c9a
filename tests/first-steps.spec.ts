import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskOf } from '#app/desk.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { draft as draftPartner } from '#office/organisation/write.ts';
import { projectEntry } from '#office/project/entry.ts';
import { draft as draftProject } from '#office/project/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { useEmptyDatabase } from './fixtures.ts';
import { accepted, parsed, staff } from './verbs.ts';

useEmptyDatabase();

test('the desk of an empty register shows the first steps, an import among them, to whoever may take them; with the first project they go', async () => {
  const steps = async (role: 'editor' | 'contributor' | 'admin') => (await deskOf(staff(role), '2026-11-23')).steps?.map(({ key, done }) => (done ? `${key}, done` : key)) ?? null;
  assert.deepEqual(await steps('editor'), ['partner', 'agreement', 'network', 'project', 'table']);
  assert.deepEqual(await steps('contributor'), ['partner', 'agreement', 'network', 'project'], 'who may not import');
  assert.equal(await steps('admin'), null, 'who enters no records');
  for (const name of ['Град', 'Партнер']) accepted(await draftPartner(systemViewer, { entry: parsed(organisationEntry, { 'name.sr-Cyrl': [name], kind: ['ngo'] }) }));
  assert.equal((await steps('editor'))?.[0], 'partner, done');
  accepted(await draftProject(systemViewer, { entry: parsed(projectEntry, { 'title.sr-Cyrl': ['Пројекат'] }) }));
  assert.equal(await steps('editor'), null);
});
