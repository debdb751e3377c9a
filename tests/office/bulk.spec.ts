import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { and, eq, inArray } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { bulkRun } from '#db/schema/desk.ts';
import { change } from '#db/schema/ledger.ts';
import { organisation } from '#db/schema/organisation.ts';
import { project } from '#db/schema/project.ts';
import { isOver, mostInBulk } from '#office/bulk/bulk.ts';
import { recordHeads, runById } from '#office/bulk/read.ts';
import { confirmRun, goOn, openRun, type Deed } from '#office/bulk/write.ts';
import { aside } from '#office/change.ts';
import { assign } from '#office/project/assign.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { draft, publish } from '#office/organisation/write.ts';
import { refused } from '#office/outcome.ts';
import { visitor, type Staff } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, ledger, parsed, refusedWith, staff } from '../verbs.ts';
import { invited } from './person-ground.ts';

let publisher: Staff;

describe('one act on many records', () => {
  useFreshDatabase();
  before(async () => {
    publisher = { ...staff('publisher'), id: (await invited('publisher')).id };
  });

  const enter = async (fields: object) => accepted(await draft(publisher, { entry: parsed(organisationEntry, { 'name.sr-Cyrl': [`Скупна ${randomUUID()}`], 'name.en': ['Bulk'], ...fields }) }));
  const opened = async (ids: readonly string[], verb: 'publish' | 'assign' = 'publish') => {
    const id = accepted(await openRun(publisher, { register: 'partners', verb, ids }));
    const run = await confirmRun(publisher, id, {});
    assert.ok(run.done);
    return run.value;
  };
  const publishes: Deed = (id, requestId) => publish(publisher, { id, requestId });

  test('each record has a change of its own; one that is not ready is told with its reason and stays; the rest is done', async () => {
    const good = [await enter({ kind: ['ngo'] }), await enter({ kind: ['ngo'] })];
    const bad = await enter({ kind: ['ngo'], 'description.sr-Cyrl': ['Само на српском.'] });
    const run = await opened([good[0]!, bad, good[1]!, randomUUID()]);
    const outcome = await goOn(publisher, run, publishes, 60_000);
    assert.ok(outcome.done && isOver(outcome.value));
    assert.deepEqual(outcome.value.results, [{}, { reasons: [{ rule: 'englishOrWaiver', field: 'description.en' }] }, {}, { reasons: [{ rule: 'notFound' }] }]);
    const changes = await reader().select({ id: change.recordId }).from(change).where(and(eq(change.action, 'organisation.publish'), inArray(change.recordId, [...good, bad])));
    assert.deepEqual(changes.map(({ id }) => id).toSorted(), good.toSorted());
    const [stands] = await reader().select({ publication: organisation.publication }).from(organisation).where(eq(organisation.id, bad));
    assert.equal(stands?.publication, 'draft');
  });

  test('all the reasons of a refusal are kept; a run of the version that kept the first alone is read as one that had no other', async () => {
    const run = await opened([randomUUID()]);
    const outcome = await goOn(publisher, run, async () => refused(422, { field: 'kind', rule: 'required' }, { field: '', rule: 'embargo', values: { day: '2031-01-05' } }), 60_000);
    assert.ok(outcome.done);
    assert.deepEqual(outcome.value.results, [{ reasons: [{ rule: 'required', field: 'kind' }, { rule: 'embargo', values: { day: '2031-01-05' } }] }]);
    await aside((db) => db.update(bulkRun).set({ results: [{ rule: 'notFound' }] }).where(eq(bulkRun.id, run.id)));
    assert.deepEqual((await runById(publisher, run.id))?.results, [{ reasons: [{ rule: 'notFound' }] }]);
  });

  test('done again, or by two at once, it is done once', async () => {
    const ids: string[] = [];
    while (ids.length < 25) ids.push(await enter({ kind: ['ngo'] }));
    const run = await opened(ids);
    const [first, second] = await Promise.all([goOn(publisher, run, publishes, 60_000), goOn(publisher, run, publishes, 60_000)]);
    assert.ok(first.done && second.done);
    const stands = await runById(publisher, run.id);
    assert.deepEqual(stands?.results, ids.map(() => ({})));
    assert.equal(await reader().$count(change, and(eq(change.action, 'organisation.publish'), inArray(change.recordId, ids))), ids.length);
    const written = await ledger();
    assert.ok((await goOn(publisher, { ...run, results: [] }, publishes, 60_000)).done);
    assert.deepEqual(await ledger(), written);
  });

  test('a turn ends in time and the next one goes on where it stood', async () => {
    const ids = Array.from({ length: 45 }, () => randomUUID());
    const run = await opened(ids);
    const slow: Deed = async () => { await new Promise((resolve) => { setTimeout(resolve, 2); }); return { done: false, status: 404, issues: [{ field: '', rule: 'notFound' }] }; };
    const turned = await goOn(publisher, run, slow, 10);
    assert.ok(turned.done && turned.value.results.length > 0 && !isOver(turned.value));
    const last = await goOn(publisher, turned.value, slow, 60_000);
    assert.ok(last.done && isOver(last.value));
  });

  test('nothing, or more than can be done, is refused and not kept; what is another’s is not there', async () => {
    const held = await reader().$count(bulkRun);
    await refusedWith(() => openRun(publisher, { register: 'partners', verb: 'publish', ids: [] }), 422, [':nothingChosen']);
    await refusedWith(() => openRun(publisher, { register: 'partners', verb: 'publish', ids: Array.from({ length: mostInBulk + 1 }, () => randomUUID()) }), 422, [':tooManyChosen']);
    await refusedWith(() => openRun(visitor, { register: 'partners', verb: 'publish', ids: [randomUUID()] }), 403, [':notAllowed']);
    assert.equal(await reader().$count(bulkRun), held);
    const run = await opened([randomUUID()]);
    const other: Staff = { ...staff('publisher'), id: (await invited('publisher')).id };
    assert.equal(await runById(other, run.id), null);
    await refusedWith(() => confirmRun(other, run.id, {}), 404, [':notFound']);
  });

  test('what is confirmed first holds', async () => {
    const id = accepted(await openRun(publisher, { register: 'projects', verb: 'assign', ids: [randomUUID()] }));
    assert.ok((await confirmRun(publisher, id, { ownerId: publisher.id })).done);
    const again = await confirmRun(publisher, id, { ownerId: null });
    assert.deepEqual(again.done && again.value.details, { ownerId: publisher.id });
  });

  test('whose a record is: said once, not twice, and only of somebody who works here; the report names no record that is hidden', async () => {
    const [row] = await reader().select({ id: project.id }).from(project).limit(1);
    accepted(await assign(publisher, { id: row!.id, ownerId: publisher.id }));
    await refusedWith(() => assign(publisher, { id: row!.id, ownerId: publisher.id }), 422, ['ownerId:alreadyAssigned']);
    await refusedWith(() => assign(publisher, { id: row!.id, ownerId: randomUUID() }), 422, ['ownerId:notFound']);
    accepted(await assign(publisher, { id: row!.id, ownerId: null }));
    const hidden = await enter({ kind: ['ngo'] });
    const contributor: Staff = { ...staff('contributor'), id: randomUUID() };
    assert.deepEqual(await recordHeads(contributor, 'organisation', [hidden]), []);
    assert.deepEqual((await recordHeads(publisher, 'organisation', [hidden])).map(({ id }) => id), [hidden]);
  });
});
