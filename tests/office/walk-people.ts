import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { grantOfRight, person, type Role } from '#db/schema/person.ts';
import { setting } from '#db/schema/setting.ts';
import { change, type Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { RecordTable } from '#office/pen.ts';
import { nouns, type Action } from '#office/permission.ts';
import { anonymiseEntry, grantEntry, invitationEntry, lettersEntry, ownEntry, personEntry } from '#office/person/entry.ts';
import { beginSession, staffBySecret } from '#office/person/session.ts';
import { anonymise } from '#office/person/anonymise.ts';
import { grant, revoke } from '#office/person/granting.ts';
import { chooseLetters } from '#office/person/letters.ts';
import { cancelLink, makeReset, renewLink } from '#office/person/linking.ts';
import { reviseOwn } from '#office/person/own.ts';
import * as people from '#office/person/write.ts';
import { seesPeople } from '#office/person/read.ts';
import { systemViewer, visitor, type Grant, type Staff, type Viewer } from '#office/viewer.ts';
import { accepted, parsed } from '../verbs.ts';
import { employ } from './person-ground.ts';
import { today } from './walk-ground.ts';

const yesterday = '2026-11-20';

export type Person =
  | 'a visitor' | 'staff without a role' | 'a contributor' | 'an editor' | 'a publisher' | 'an admin' | 'an editor of this noun' | 'an editor of another noun'
  | 'a publisher of this record alone' | 'a publisher of another record' | 'a publisher whose role ran out' | 'a publisher whose role was taken'
  | 'a publisher who was deactivated' | 'a publisher whose account ended' | 'the system';

/**
 * Everybody who may ask, for a record of this noun and id. Whose rights ended is read back from the database by the
 * secret of a session that began before; the others are people of the database with the grants that the words say.
 */
export async function peopleOfTheOffice(): Promise<Record<Person, (noun: string, id: string) => Viewer>> {
  const ended = {
    ranOut: await asRead(await personWith('publisher', yesterday)),
    taken: await asReadAfter(async (id) => accepted(await revoke(systemViewer, { id, grantId: await grantOf(id), today }))),
    deactivated: await asReadAfter(async (id) => accepted(await people.deactivate(systemViewer, { id, today }))),
    accountEnded: await asReadAfter(async (id) => accepted(await people.revise(systemViewer, { id, today, entry: detailsOf({ expiresOn: [yesterday] }) }))),
  };
  assert.deepEqual([ended.ranOut.kind, ended.taken.kind, ended.deactivated.kind, ended.accountEnded.kind], ['staff', 'visitor', 'visitor', 'visitor']);
  const working = await asRead(await personWith('publisher', today));
  assert.deepEqual(working.kind === 'staff' && working.grants, [{ role: 'publisher', noun: null, recordId: null }]);
  const plain = async (role: Role, ofNoun: (noun: string, id: string) => Partial<Grant> = () => ({})) => {
    const id = await personWith(role, '');
    return (noun: string, recordId: string): Staff => staff(id, [{ role, noun: null, recordId: null, ...ofNoun(noun, recordId) }]);
  };
  const roleless = await personWith('contributor', '');
  const other = randomUUID();
  return {
    'a visitor': () => visitor,
    'staff without a role': () => staff(roleless, []),
    'a contributor': await plain('contributor'),
    'an editor': await plain('editor'),
    'a publisher': await plain('publisher'),
    'an admin': await plain('admin'),
    'an editor of this noun': await plain('editor', (noun) => ({ noun })),
    'an editor of another noun': await plain('editor', (noun) => ({ noun: nouns.find((one) => one !== noun) ?? null })),
    'a publisher of this record alone': await plain('publisher', (noun, recordId) => ({ noun, recordId: recordId || other })),
    'a publisher of another record': await plain('publisher', (noun) => ({ noun, recordId: other })),
    'a publisher whose role ran out': () => ended.ranOut,
    'a publisher whose role was taken': () => ended.taken,
    'a publisher who was deactivated': () => ended.deactivated,
    'a publisher whose account ended': () => ended.accountEnded,
    'the system': () => systemViewer,
  };
}

export type PeopleDeed = {
  readonly action: Action; readonly words: string; readonly of: 'another' | 'himself';
  run(viewer: Viewer, himself?: string): Promise<Outcome<Entered>>;
};

/** What may be done to people and settings, each time to a person of its own. No verb changes a setting yet, so that one goes through the gate by hand. */
export async function peopleDeeds(): Promise<PeopleDeed[]> {
  const id = await personWith('contributor', '');
  const grantId = await grantOf(id);
  const on = (action: Action, said: string, run: (viewer: Viewer, id: string) => Promise<Outcome<Entered>>): PeopleDeed =>
    ({ action, words: said, of: 'another', run: (viewer) => run(viewer, id) });
  const onHimself = (action: Action, said: string, run: (viewer: Viewer, id: string) => Promise<Outcome<Entered>>): PeopleDeed =>
    ({ action, words: said, of: 'himself', run: (viewer, himself) => run(viewer, himself!) });
  const came = (await employ('contributor')).id;
  const gone = await personWith('contributor', '');
  accepted(await people.deactivate(systemViewer, { id: gone, today }));
  const setPassword = (viewer: Viewer, whose: string) => change(viewer, { action: 'person.setPassword', table: person, id: whose }, (pen) => pen.revise(person, {}));
  const resetByHand = (viewer: Viewer, whose: string) =>
    change(viewer, { action: 'person.resetSecondFactor', table: person, id: whose, seen: (who) => (seesPeople(who) ? sql`true` : sql`false`) }, (pen) => pen.revise(person, {}));
  return [
    on('person.invite', 'invite', (viewer) => people.invite(viewer, { entry: invitationOf('contributor', '') })),
    on('person.revise', 'revise a person', (viewer, whose) => people.revise(viewer, { id: whose, today, entry: detailsOf({}) })),
    onHimself('person.revise', 'revise himself', (viewer, whose) => people.revise(viewer, { id: whose, today, entry: detailsOf({}) })),
    on('person.grant', 'give a role', (viewer, whose) => grant(viewer, { id: whose, entry: parsed(grantEntry, { role: ['editor'] }) })),
    onHimself('person.grant', 'give himself a role', (viewer, whose) => grant(viewer, { id: whose, entry: parsed(grantEntry, { role: ['publisher'] }) })),
    on('person.revoke', 'take a role', (viewer, whose) => revoke(viewer, { id: whose, grantId, today })),
    on('person.renewLink', 'renew a link', (viewer, whose) => renewLink(viewer, { id: whose })),
    on('person.cancelLink', 'cancel a link', (viewer, whose) => cancelLink(viewer, { id: whose })),
    on('person.makeReset', 'make a reset link', (viewer) => makeReset(viewer, { id: came })),
    on('person.anonymise', 'anonymise', (viewer) => anonymise(viewer, { id: gone, entry: parsed(anonymiseEntry, { reason: ['Отишао је'], sure: ['on'] }) })),
    onHimself('person.anonymise', 'anonymise himself', (viewer, whose) => anonymise(viewer, { id: whose, entry: parsed(anonymiseEntry, { reason: ['Одлазим'], sure: ['on'] }) })),
    on('person.deactivate', 'deactivate', (viewer, whose) => people.deactivate(viewer, { id: whose, today })),
    on('person.reactivate', 'reactivate', (viewer, whose) => people.reactivate(viewer, { id: whose })),
    on('person.setPassword', 'set the password of another', setPassword),
    onHimself('person.setPassword', 'set his own password', setPassword),
    on('person.reviseOwn', 'revise the profile of another', (viewer, whose) => change(viewer, { action: 'person.reviseOwn', table: person, id: whose }, (pen) => pen.revise(person, {}))),
    onHimself('person.reviseOwn', 'revise his own profile', (viewer) => reviseOwn(viewer, { entry: parsed(ownEntry, { name: ['Проба'], writtenForm: ['en'] }) })),
    on('person.chooseLetters', 'choose the letters of another', (viewer, whose) => change(viewer, { action: 'person.chooseLetters', table: person, id: whose }, (pen) => pen.revise(person, {}))),
    onHimself('person.chooseLetters', 'choose his own letters', (viewer) => chooseLetters(viewer, { entry: parsed(lettersEntry, {}) })),
    // Its verbs ask for codes of an app (second-factor.spec.ts), so here the gate is asked by hand.
    ...(['setSecondFactor', 'dropSecondFactor', 'renewRecoveryCodes'] as const).flatMap((verb) => {
      const run = (viewer: Viewer, whose: string) => change(viewer, { action: `person.${verb}`, table: person, id: whose }, (pen) => pen.revise(person, {}));
      return [on(`person.${verb}`, `the second factor of another: ${verb}`, run), onHimself(`person.${verb}`, `his own second factor: ${verb}`, run)];
    }),
    on('person.resetSecondFactor', 'reset a second factor', resetByHand),
    onHimself('person.resetSecondFactor', 'reset his own second factor', resetByHand),
    on('setting.change', 'change a setting', (viewer) => change(viewer, { action: 'setting.change', table: settings }, (pen) => pen.draft(settings, { key: randomUUID(), value: true } as object))),
  ];
}

// The gate keeps a version and a maker of every record; of a setting it keeps the version only.
const settings = setting as unknown as RecordTable;

function staff(id: string, grants: Grant[]): Staff {
  return { kind: 'staff', id, name: 'Проба', writtenForm: 'sr-Cyrl', grants, sessionHash: null, confirmed: true };
}

/** A person of the database with this role until this day. */
async function personWith(role: Role, until: string): Promise<string> {
  return accepted(await people.invite(systemViewer, { entry: invitationOf(role, until) }));
}

async function asRead(id: string): Promise<Viewer> {
  return (await staffBySecret(await sessionOf(id), today)) ?? visitor;
}

/** A publisher who was at work when `end` came. */
async function asReadAfter(end: (id: string) => Promise<unknown>): Promise<Viewer> {
  const id = await personWith('publisher', '');
  const secret = await sessionOf(id);
  assert.equal((await staffBySecret(secret, today))?.id, id);
  await end(id);
  return (await staffBySecret(secret, today)) ?? visitor;
}

function sessionOf(id: string): Promise<string> {
  return beginSession(id, { agent: 'spec', address: '192.0.2.1' });
}

async function grantOf(personId: string): Promise<string> {
  const [held] = await reader().select({ id: grantOfRight.id }).from(grantOfRight).where(eq(grantOfRight.personId, personId));
  return held!.id;
}

function invitationOf(role: Role, until: string) {
  return parsed(invitationEntry, { name: ['Проба'], email: [`${randomUUID()}@primer.rs`], writtenForm: ['sr-Cyrl'], role: [role], until: [until] });
}

function detailsOf(values: { expiresOn?: string[] }) {
  return parsed(personEntry, { name: ['Проба Пробић'], email: [`${randomUUID()}@primer.rs`], writtenForm: ['en'], ...values });
}
