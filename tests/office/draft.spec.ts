import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { formPlace, holdsPersons, isKeptPlace, keepable, largestDraft, mostDrafts } from '#office/draft/draft.ts';
import { aside } from '#office/change.ts';
import { draftsAt, unsentForms } from '#office/draft/read.ts';
import type { FormValues } from '#office/outcome.ts';
import { dropDraft, dropOpening, dropSent, keepDraft, sweepDrafts } from '#office/draft/write.ts';
import { visitor, type Staff } from '#office/viewer.ts';
import { asOwner, useFreshDatabase } from '../fixtures.ts';

const database = useFreshDatabase();
const place = (id = randomUUID()) => `/workspace/agreements/${id}/edit`;
const anAgreement = { 'title.sr-Cyrl': ['Споразум са Градом'], version: ['3'], opened: ['{}'] };

/** Two people in the table; their names are no concern here. */
async function two(): Promise<[Staff, Staff]> {
  const people = [randomUUID(), randomUUID()];
  await asOwner(database.url(), async (client) => {
    await client.query('alter table person disable trigger user');
    for (const id of people) await client.query('insert into person (id) values ($1)', [id]);
    await client.query('alter table person enable trigger user');
  });
  return people.map((id) => ({ kind: 'staff', id, name: 'Ана', writtenForm: 'sr-Cyrl', grants: [], sessionHash: null })) as unknown as [Staff, Staff];
}

async function set(id: string, what: string): Promise<void> {
  await asOwner(database.url(), async (client) => {
    await client.query('alter table person disable trigger user');
    await client.query(`update person set ${what} where id = $1`, [id]);
    await client.query('alter table person enable trigger user');
  });
}

async function ledger(): Promise<number[]> {
  return asOwner(database.url(), async (client) => {
    const { rows: [row] } = await client.query<{ changes: string; revisions: string }>('select (select count(*) from change) as changes, (select count(*) from revision) as revisions');
    return [Number(row?.changes), Number(row?.revisions)];
  });
}

describe('what was typed and not sent', () => {
  test('is kept for whoever typed it, in the place of what was kept before, and leaves the ledger as it is', async () => {
    const [ana, bojan] = await two();
    const [at, before] = [place(), await ledger()];
    assert.ok(await keepDraft(ana.id, at, { 'title.sr-Cyrl': ['Прво'] }) instanceof Date);
    assert.ok(await keepDraft(ana.id, at, anAgreement) instanceof Date);
    const [kept, ...more] = await draftsAt(ana, at);
    assert.deepEqual([kept?.typed, kept?.baseVersion, more.length], [anAgreement, 3, 0]);
    assert.deepEqual((await unsentForms(ana)).map((one) => [one.place, one.called]), [[at, 'Споразум са Градом']]);
    assert.deepEqual([await draftsAt(bojan, at), await unsentForms(bojan), await draftsAt(visitor, at), await unsentForms(visitor)], [[], [], [], []]);
    assert.deepEqual(await ledger(), before);
  });

  test('is kept for whoever is only signed out, and for nobody who has no access any more: neither anew nor in the place of what stands', async () => {
    const [ana, bojan] = await two(); // neither has a session
    const at = place();
    for (const one of [ana, bojan]) assert.ok(await keepDraft(one.id, at, anAgreement) instanceof Date);
    const ways = ['deactivated_at = now()', "expires_on = (now() at time zone 'Europe/Belgrade')::date - 1"];
    for (const [turn, one] of [ana, bojan].entries()) {
      await set(one.id, ways[turn]!);
      const stands = await draftsAt(one, at);
      assert.equal(await keepDraft(one.id, at, { 'title.sr-Cyrl': ['После краја'] }), null);
      assert.equal(await keepDraft(one.id, place(), anAgreement), null);
      assert.deepEqual([await draftsAt(one, at), (await unsentForms(one)).length], [stands, 1]);
    }
    await set(bojan.id, "expires_on = (now() at time zone 'Europe/Belgrade')::date");
    assert.ok(await keepDraft(bojan.id, at, anAgreement) instanceof Date, 'on the last day he still works');
    assert.equal(await keepDraft(randomUUID(), at, anAgreement), null, 'of nobody');
  });

  test('several forms of one page stand apart; one page is not the beginning of another', async () => {
    const [ana] = await two();
    const at = place();
    for (const one of [`${at}#agreement`, `${at}#agreement.2`, `${at}/more`]) await keepDraft(ana.id, one, anAgreement);
    assert.deepEqual((await draftsAt(ana, at)).map((one) => one.place).toSorted(), [`${at}#agreement`, `${at}#agreement.2`]);
  });

  test('thrown away it is gone, and nobody throws away another’s', async () => {
    const [ana, bojan] = await two();
    const at = place();
    await keepDraft(ana.id, at, anAgreement);
    await dropDraft(bojan.id, at);
    assert.equal((await draftsAt(ana, at)).length, 1);
    await dropDraft(ana.id, at);
    assert.deepEqual(await draftsAt(ana, at), []);
  });

  test('two windows with one form keep two texts: neither takes the place of the other, whichever is typed in last, sent or thrown away', async () => {
    const [ana] = await two();
    const at = '/workspace/agreements/new#agreement';
    const [one, other, third] = [randomUUID(), randomUUID(), randomUUID()];
    const typed = (request: string, title: string, resumed?: string) => keepDraft(ana.id, at, { 'title.sr-Cyrl': [title], request: [request], ...(resumed ? { resumed: [resumed] } : {}) });
    const titles = async () => (await draftsAt(ana, '/workspace/agreements/new')).map((held) => held.typed['title.sr-Cyrl']?.[0]).toSorted();
    await typed(one, 'Први');
    await typed(other, 'Други');
    await typed(one, 'Први, дописан');
    await typed(other, 'Други, дописан');
    assert.deepEqual(await titles(), ['Други, дописан', 'Први, дописан']);
    assert.equal((await unsentForms(ana)).length, 2, 'the desk names both');
    assert.ok((await draftsAt(ana, '/workspace/agreements/new')).every((held) => isKeptPlace(held.place) && formPlace(held.place) === at));
    await typed(third, 'Други, у трећем прозору', other);
    assert.deepEqual(await titles(), ['Други, у трећем прозору', 'Први, дописан'], 'gone on with, it is the same text');
    await typed(other, 'Други, дописан даље');
    assert.deepEqual(await titles(), ['Други, дописан даље', 'Други, у трећем прозору', 'Први, дописан'], 'and the window in which it began loses nothing');
    await dropOpening(ana.id, at, other);
    await dropSent(ana.id, at, { requests: [third, other], typed: { request: [third] } });
    assert.deepEqual(await titles(), ['Први, дописан']);
    await dropSent(ana.id, at, { requests: [one], typed: { request: [one] } });
    await typed(other, 'Опет');
    assert.deepEqual((await draftsAt(ana, '/workspace/agreements/new')).map((held) => held.place), [at], 'where there is one text it lies where it always did');
  });

  test('two windows that begin at the same moment keep both, and what was sent makes room', async () => {
    const [ana] = await two();
    const at = `${place()}#agreement`;
    const windows = Array.from({ length: 8 }, () => randomUUID());
    await Promise.all(windows.map((request) => keepDraft(ana.id, at, { note: [request], request: [request] })));
    assert.deepEqual((await draftsAt(ana, at.split('#')[0]!)).map((held) => held.typed.note?.[0]).toSorted(), windows.toSorted());
    const [sent] = await asOwner(database.url(), async (client) => (await client.query<{ request: string }>(`insert into change (actor_kind, action, noun, record_id, request_id) values ('system', 'agreement.revise', 'agreement', gen_random_uuid(), gen_random_uuid()) returning request_id as request`)).rows);
    await aside((db) => db.execute(sql`delete from entry_draft where person_id = ${ana.id}`));
    await keepDraft(ana.id, at, { note: ['послат'], request: [randomUUID()] });
    await aside((db) => db.execute(sql`update entry_draft set typed = jsonb_set(typed, '{request,0}', to_jsonb(${sent?.request ?? ''}::text)) where person_id = ${ana.id}`));
    await keepDraft(ana.id, at, { note: ['нов'], request: [windows[0]!] });
    assert.deepEqual((await unsentForms(ana)).map((held) => held.place), [at]);
  });

  test('sent, it goes, and what another window has kept of the same form stays', async () => {
    const [ana] = await two();
    const at = place();
    const [mine, other] = [randomUUID(), randomUUID()];
    const kept = async () => (await draftsAt(ana, at)).length;
    await keepDraft(ana.id, at, { ...anAgreement, request: [other] });
    await dropSent(ana.id, at, { requests: [mine], typed: { 'title.sr-Cyrl': ['Сасвим други'], request: [mine] } });
    assert.equal(await kept(), 1, 'nobody has sent it');
    await dropSent(ana.id, at, { requests: [mine, other], typed: { 'title.sr-Cyrl': ['Дописан'], request: [mine] } });
    assert.equal(await kept(), 0, 'it was gone on with');
    await keepDraft(ana.id, at, { ...anAgreement, request: [other], opened: ['{}'] });
    await dropSent(ana.id, at, { requests: [mine], typed: { ...anAgreement, request: [mine], draft: [at] } });
    assert.equal(await kept(), 0, 'the very words were sent');
  });

  test('of a form that was sent nothing is kept late, and what a crash left of it is not offered', async () => {
    const [ana] = await two();
    const at = place();
    const request = await asOwner(database.url(), async (client) => {
      const { rows: [row] } = await client.query<{ request: string }>(`insert into change (actor_kind, action, noun, record_id, request_id) values ('system', 'agreement.revise', 'agreement', gen_random_uuid(), gen_random_uuid()) returning request_id as request`);
      return row?.request ?? '';
    });
    assert.equal(await keepDraft(ana.id, at, { ...anAgreement, request: [request] }), 'sent');
    assert.deepEqual(await draftsAt(ana, at), []);
    await keepDraft(ana.id, at, { ...anAgreement, request: [randomUUID()] });
    assert.equal((await draftsAt(ana, at)).length, 1);
    await aside((db) => db.execute(sql`update entry_draft set typed = jsonb_set(typed, '{request,0}', to_jsonb(${request}::text)) where place = ${at}`));
    assert.deepEqual([await draftsAt(ana, at), await unsentForms(ana)], [[], []]);
  });

  test('what nobody sent for thirty days is swept, and nothing younger', async () => {
    const [ana] = await two();
    const [old, young] = [place(), place()];
    for (const at of [old, young]) await keepDraft(ana.id, at, anAgreement);
    await aside((db) => db.execute(sql`update entry_draft set saved_at = now() - case when place = ${old} then interval '30 days 1 minute' else interval '29 days 23 hours' end where person_id = ${ana.id}`));
    assert.equal(await sweepDrafts(), 1);
    assert.deepEqual((await unsentForms(ana)).map((one) => one.place), [young]);
  });

  test('of a form with details of a contact nothing is kept longer than three days, be they typed or there before; an empty row is none', async () => {
    const [ana] = await two();
    const forms: [FormValues, number][] = [
      [{ 'contacts.0.name': ['Мира'] }, 0], [{ 'contacts.12.email': ['"мира"@primer.rs'] }, 0], [{ 'contacts.0.phone': ['018'], 'contacts.0.name': [''] }, 0],
      [{ opened: [JSON.stringify({ 'contacts.0.name': ['Мира'] })], 'contacts.rows': ['0'] }, 0],
      [{ 'contacts.0.name': [''], 'contacts.0.email': [''], 'contacts.0.legalBasis': ['пристанак'], opened: [JSON.stringify({ 'contacts.0.name': [''] })] }, 1], [anAgreement, 1],
    ];
    for (const [typed, left] of forms) {
      const at = place();
      await keepDraft(ana.id, at, typed);
      assert.equal(holdsPersons(typed), left === 0, JSON.stringify(typed));
      const aged = async (age: string) => {
        await aside((db) => db.execute(sql`update entry_draft set saved_at = now() - ${age}::interval where place = ${at}`));
        await sweepDrafts();
        return (await draftsAt(ana, at)).length;
      };
      assert.deepEqual([await aged('2 days 23 hours'), await aged('3 days 1 minute')], [1, left], JSON.stringify(typed));
    }
  });

  test('the oldest make room', async () => {
    const [ana] = await two();
    const first = place();
    await keepDraft(ana.id, first, anAgreement);
    for (let more = 0; more < mostDrafts; more += 1) await keepDraft(ana.id, place(), anAgreement);
    assert.deepEqual(await draftsAt(ana, first), []);
    assert.equal((await unsentForms(ana, 1_000)).length, mostDrafts);
  });
});

describe('what is worth keeping', () => {
  test('never a password, nothing of Next’s own, no mark of one post', () => {
    const typed = { title: ['x'], password: ['тајна'], 'new.Password': ['тајна'], $ACTION_REF_1: [''], again: ['parties'], holder: ['h'], draft: ['d'] };
    assert.deepEqual(keepable(typed), { title: ['x'] });
  });

  test('text that Postgres cannot hold is kept without what it cannot hold', async () => {
    const [ana] = await two();
    const at = place();
    assert.ok(await keepDraft(ana.id, at, { 'note\0': ['а\0б \ud800 😀'] }) instanceof Date);
    assert.deepEqual((await draftsAt(ana, at))[0]?.typed, { note: ['аб \ufffd 😀'] });
  });

  test('what is no form, or no form of ours, is not kept', async () => {
    const [ana] = await two();
    for (const typed of [null, 'x', 7, [], { a: 'b' }, { a: [1] }, { a: { b: ['c'] } }, { [`${'n'.repeat(201)}`]: ['x'] }, { a: ['x'.repeat(largestDraft)] }]) {
      assert.equal(await keepDraft(ana.id, place(), typed), null, JSON.stringify(typed).slice(0, 60));
    }
    const rows = Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`f${at}`, ['x']]));
    assert.equal(await keepDraft(ana.id, place(), rows), null);
    assert.deepEqual(await unsentForms(ana), []);
  });

  test('the forms of people are kept nowhere, and no place lies outside of the workspace', async () => {
    const [ana] = await two();
    for (const strange of ['/workspace/people', '/workspace/people/new', '/workspace/people/x?a=b', '/workspace/people#person', '/sign-in', '/workspace', '//evil', '/workspace/../x', '/workspace/a b', `/workspace/${'x'.repeat(300)}`, '/workspace/a#<b>', '']) {
      assert.equal(isKeptPlace(strange), false, strange);
      assert.equal(await keepDraft(ana.id, strange, anAgreement), null);
    }
    for (const known of [place(), `${place()}#agreement`, '/workspace/agreements/new', '/workspace/milestones/new?project=1', '/workspace/peoples/new']) assert.equal(isKeptPlace(known), true, known);
    assert.deepEqual(await unsentForms(ana), []);
  });
});
