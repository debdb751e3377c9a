import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement as h, type ReactElement } from 'react';
import { reader } from '#db/client.ts';
import { project as projects } from '#db/schema/project.ts';
import { documentEntry } from '#office/document/entry.ts';
import { documentById, documentsOf } from '#office/document/read.ts';
import { draft } from '#office/document/write.ts';
import { milestoneById, milestonesOf } from '#office/milestone/read.ts';
import { projectById } from '#office/project/read.ts';
import { programmeById } from '#office/programme/read.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, parsed, staff } from '../verbs.ts';
import { draw } from './drawing.ts';

const { DocumentList } = await import('#components/document/list.tsx');
const { DocumentSheet } = await import('#components/document/sheet.tsx');
const { MilestoneSheet } = await import('#components/milestone/sheet.tsx');
const { MilestoneTimeline } = await import('#components/milestone/timeline.tsx');
const { ProgrammePartners } = await import('#components/programme/partners.tsx');
const { ProjectPartners } = await import('#components/project/partners.tsx');
const { ProjectSheet } = await import('#components/project/sheet.tsx');

useFreshDatabase();

const editor = staff('editor');
const form = 'sr-Cyrl';
const today = '2026-11-23';
/** Where a drawing leads within the site, fields of cooperation and files apart. */
const leads = (element: ReactElement) => [...draw(element).matchAll(/href="(\/sr-Cyrl\/[^"?]*)"/g)].map(([, to]) => to ?? '');

test('pages of staff lead to the desk of every record that they name, which also a draft has; the public is led to public pages', async () => {
  const rows = await reader().select({ id: projects.id }).from(projects);
  const found = await Promise.all(rows.map(({ id: one }) => projectById(editor, one)));
  const project = found.find((one) => one?.programme && one.partners.some(({ organisation }) => organisation));
  assert.ok(project?.programme);
  const programme = await programmeById(editor, project.programme.id);
  const milestones = (await Promise.all(found.map((one) => milestonesOf(editor, { projectId: one?.id ?? '' })))).flat();
  const milestone = milestones[0] && await milestoneById(editor, milestones[0].id);
  assert.ok(programme && milestone);
  const id = accepted(await draft(editor, { entry: parsed(documentEntry, { 'title.sr-Cyrl': ['Пријава'], 'links.0.record': [`project:${project.id}`] }) }));
  const document = await documentById(editor, id);
  assert.ok(document);
  const documents = await documentsOf(editor, 'project', project.id);
  const both = (readBy: 'staff' | 'public') => h('div', {}, h(ProjectSheet, { project, form, readBy }), h(ProjectPartners, { project, form, readBy }), h(ProgrammePartners, { partners: programme.partners, form, readBy }),
    h(MilestoneTimeline, { milestones, form, today, readBy }), h(DocumentList, { documents, form, readBy }));

  const atDesk = [...leads(both('staff')), ...leads(h(DocumentSheet, { document, form })), ...leads(h(MilestoneSheet, { milestone, form, owner: null, deputy: null, dutyHref: undefined }))];
  assert.deepEqual(atDesk.filter((to) => !to.startsWith('/sr-Cyrl/workspace/')), []);
  for (const to of [`projects/${project.id}`, `programmes/${project.programme.id}`, `documents/${id}`, `milestones/${milestone.id}`]) assert.ok(atDesk.includes(`/sr-Cyrl/workspace/${to}`), to);
  assert.ok(atDesk.some((to) => /\/workspace\/partners\//.test(to)));
  const inPublic = leads(both('public'));
  assert.ok(inPublic.includes(`/sr-Cyrl/programmes/${project.programme.slug}`));
  assert.deepEqual(inPublic.filter((to) => to.includes('/workspace/')), []);
});
