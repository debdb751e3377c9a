import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { documentEntry } from '#office/document/entry.ts';
import { documentById } from '#office/document/read.ts';
import * as documents from '#office/document/write.ts';
import { milestoneEntry } from '#office/milestone/entry.ts';
import { milestoneById } from '#office/milestone/read.ts';
import * as milestones from '#office/milestone/write.ts';
import { wayOf, type Action, type Noun } from '#office/permission.ts';
import { programmeEntry } from '#office/programme/entry.ts';
import * as programmes from '#office/programme/write.ts';
import { projectEntry } from '#office/project/entry.ts';
import { projectById } from '#office/project/read.ts';
import * as projects from '#office/project/write.ts';
import { send } from '#office/proposal/write.ts';
import { subjectOf } from '#office/subject.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, refusedWith, staff } from '../verbs.ts';

// A project partner was given one project. Its milestones and documents belong to it (decision 0018): he sees them, drafts new
// ones, proposes changes to those of others, and knows of nothing else that the public does not.
const project = (name: string) => parsed(projectEntry, { 'title.sr-Cyrl': [name], 'title.en': [name], ourRole: ['partner'] });
const milestone = (projectId: string) => parsed(milestoneEntry, { 'title.sr-Cyrl': ['Састанак'], 'title.en': ['Meeting'], kind: ['project_event'], projectId: [projectId], isPublic: ['on'] });
const paper = (projectId: string, visibility = 'internal') => parsed(documentEntry, {
  'title.sr-Cyrl': ['Записник'], 'title.en': ['Minutes'], kind: ['minutes'], language: ['sr'], visibility: [visibility], 'withheldReason.sr-Cyrl': ['лични подаци'], 'links.0.record': [`project:${projectId}`],
});
let [own, foreign] = ['', ''];
let partner: Staff = staff('contributor');
const way = async (viewer: Staff, action: Action, id: string) => wayOf(viewer, action, action.split('.')[0] as Noun, (await subjectOf(action.split('.')[0] as Noun, id))!, { four_eyes: false });

describe('who was given one project', () => {
  useEmptyDatabase();
  before(async () => {
    own = accepted(await projects.draft(systemViewer, { entry: project('Свој') }));
    foreign = accepted(await projects.draft(systemViewer, { entry: project('Туђи') }));
    partner = { ...staff('contributor'), grants: [{ role: 'contributor', noun: 'project', recordId: own }] };
  });

  test('sees it and proposes changes to it; another project is not there at all', async () => {
    assert.notEqual(await projectById(partner, own), null);
    assert.equal(await projectById(partner, foreign), null);
    assert.equal(await way(partner, 'project.revise', own), 'propose');
    await refusedWith(() => projects.revise(partner, { id: own, entry: project('Нов назив') }), 403, [':notAllowed']);
    await refusedWith(() => projects.revise(partner, { id: foreign, entry: project('Нов назив') }), 404, [':notFound']);
    const proposal = { action: 'project.revise', deed: 'project.revise', noun: 'project', opened: {}, typed: { acronym: ['х'] }, reason: null, baseVersion: 1 } as const;
    accepted(await send(partner, { ...proposal, recordId: own }));
    await refusedWith(() => send(partner, { ...proposal, recordId: foreign }), 404, [':notFound']);
    await refusedWith(() => projects.draft(partner, { entry: project('Још један') }), 403, [':notAllowed']);
  });

  test('sees, drafts and revises its milestones, and moves none of them to another project', async () => {
    const mine = accepted(await milestones.draft(partner, { entry: milestone(own) }));
    const offices = accepted(await milestones.draft(systemViewer, { entry: milestone(own) }));
    const hidden = accepted(await milestones.draft(systemViewer, { entry: milestone(foreign) }));
    await refusedWith(() => milestones.draft(partner, { entry: milestone(foreign) }), 403, [':notAllowed']);
    assert.deepEqual(await Promise.all([mine, offices, hidden].map(async (id) => (await milestoneById(partner, id)) !== null)), [true, true, false]);
    accepted(await milestones.revise(partner, { id: mine, entry: milestone(own) }));
    assert.deepEqual(await Promise.all([mine, offices].map((id) => way(partner, 'milestone.revise', id))), ['act', 'propose']);
    const programmeId = accepted(await programmes.draft(systemViewer, { entry: parsed(programmeEntry, { 'name.sr-Cyrl': ['Програм'], 'name.en': ['Programme'] }) }));
    accepted(await projects.revise(systemViewer, { id: foreign, entry: { ...project('Туђи'), programmeId } }));
    accepted(await projects.publish(systemViewer, { id: foreign, today: '2026-11-22' }));
    await refusedWith(() => milestones.revise(partner, { id: mine, entry: milestone(foreign) }), 403, [':notAllowed']);
    assert.equal((await milestoneById(partner, mine))?.projectId, own);
  });

  test('sees and drafts its documents, but what is confidential only where it is his own', async () => {
    const mine = accepted(await documents.draft(partner, { entry: paper(own) }));
    const offices = accepted(await documents.draft(systemViewer, { entry: paper(own) }));
    const secret = accepted(await documents.draft(systemViewer, { entry: paper(own, 'confidential') }));
    const hidden = accepted(await documents.draft(systemViewer, { entry: paper(foreign) }));
    await refusedWith(() => documents.draft(partner, { entry: paper(foreign) }), 403, [':notAllowed']);
    assert.deepEqual(await Promise.all([mine, offices, secret, hidden].map(async (id) => (await documentById(partner, id)) !== null)), [true, true, false, false]);
    assert.deepEqual(await Promise.all([mine, offices].map((id) => way(partner, 'document.revise', id))), ['act', 'propose']);
  });
});
