import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { deedsOn, deedWords } from '#app/palette/deeds.ts';
import { placesFor } from '#app/palette/places.ts';
import { milestone, milestoneDependency } from '#db/schema/milestone.ts';
import { oldActEntry } from '#office/agreement/act-entry.ts';
import { addDays } from '#office/agreement/days.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import { recordOldAct } from '#office/agreement/record-act.ts';
import { draft as draftAgreement } from '#office/agreement/write.ts';
import { change } from '#office/change.ts';
import { actions, nouns, type Action, type Noun } from '#office/permission.ts';
import { subjectOf } from '#office/subject.ts';
import { tables } from '#office/tables.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted, parsed } from '../verbs.ts';
import { peopleOfTheOffice } from './walk-people.ts';
import { allRegisters, today, type Deed, type Register } from './walk-ground.ts';

/** Under which word of the palette an act of the table of permissions goes, where it is not its own; `act` is any next act of the record. */
const words: Partial<Record<string, string>> = {
  recordAct: 'act', sign: 'signature', enterDuty: 'newDuty', noteProgress: 'progress', 'proposal.send': 'propose',
};

/** Acts that are begun on a page of the palette. */
const onPages: Partial<Record<Action, string>> = {
  ...Object.fromEntries(nouns.map((noun) => [`${noun}.draft`, `new.${noun}`])),
  'person.invite': 'newPerson', 'setting.change': 'settings', 'import.begin': 'import',
  'person.setPassword': 'me', 'person.chooseLetters': 'me', 'person.reviseOwn': 'me', 'person.setSecondFactor': 'me', 'person.dropSecondFactor': 'me', 'person.renewRecoveryCodes': 'me',
};

/** Acts that no line of the palette names, and why. */
const elsewhere = new Map<string, Action[]>([
  ['stands on the record itself for an hour, as one press', nouns.map((noun) => `${noun}.undo` as const)],
  ['is done to many at once, in the lists', ['agreement.assign', 'membership.assign', 'project.assign', 'milestone.assign', 'agreement.classify']],
  ['is one press on the milestone and in its lists', ['milestone.takeOver']],
  ['is one press on the desk and on the record', ['reminder.acknowledge']],
  ['stands on the page of the person, who is found by name', [
    'person.revise', 'person.resetSecondFactor', 'person.grant', 'person.revoke', 'person.deactivate', 'person.reactivate', 'person.renewLink', 'person.makeReset', 'person.cancelLink', 'person.anonymise',
  ]],
  ['stands on the page of the proposal, which is found by its record', ['proposal.amend', 'proposal.takeBack', 'proposal.comment', 'proposal.return', 'proposal.reject']],
  ['stands on the page of the import, which the page of imports lists', ['import.map', 'import.confirm', 'import.resume', 'import.stop']],
  ['is the job’s, and nobody’s', ['import.check', 'import.finish']],
]);

/** Pages that no line of the palette leads to, and why. */
const otherPages = new Map<string, string[]>([
  ['is one line of a list that is reached', [
    '[register]/[id]/history/[seq]', '[register]/[id]/duties/[duty]', 'agreements/[id]/acts/[actId]', 'networks/[id]/acts/[actId]', 'projects/[id]/acts/[actId]', 'import/[id]', 'settings/[key]', 'waiting/[kind]',
  ]],
  ['is found by name', ['people/[id]', 'proposals/[id]', ...['agreements', 'documents', 'milestones', 'networks', 'partners', 'programmes', 'projects'].map((register) => `${register}/[id]`)]],
  ['stands on the page of the person, who is found by name', ['people/[id]/access', 'people/[id]/anonymise', 'people/[id]/roles/[grant]', 'people/[id]/second-factor']],
  ['stands on the page of the proposal', ['proposals/[id]/preview']],
  ['belongs to the list of a register', ['tables/[register]/views', 'tables/[register]/bulk/[id]']],
  ['stands on one’s own page', ['me/email', 'me/mail', 'me/password', 'me/second-factor', 'me/second-factor/set-up']],
  ['is where the desk leads to', ['reminders']],
  ['is the palette, or no page', ['palette', '[...rest]', '@side', '@side/[...rest]', '@top', '@top/[...rest]']],
]);

describe('the palette reaches', () => {
  useFreshDatabase();
  let publisher: Staff;
  const [reached, led] = [new Set<string>(), new Set<string>()];
  before(async () => {
    publisher = (await peopleOfTheOffice())['a publisher']('organisation', '') as Staff;
    const registers = await allRegisters();
    for (const register of registers) for (const deed of register.deeds) if (!named(deed.action)) await offeredBeforeIt(register, deed);
    await runsTacitly();
    await waitsForAnother();
    for (const noun of ['agreement', 'milestone'] as const) {
      const { rows } = await reader().execute<{ id: string }>(sql`select id from ${tables[noun].table}`);
      for (const { id } of rows) (await offeredOn(noun, id)).forEach(({ place }) => led.add(pageOf(place, id)));
    }
    for (const place of placesFor({ ...publisher, grants: [...publisher.grants, { role: 'admin', noun: null, recordId: null }] })) {
      led.add(place.place.slice(1));
      for (const [action, key] of Object.entries(onPages)) if (key === place.key) reached.add(action);
    }
  });

  /** Brings a fresh record to where the act is possible, and asks the palette for it: by nobody's hand has it been done yet. */
  async function offeredBeforeIt(register: Register, { action, kind, prepare }: Deed): Promise<void> {
    const id = accepted(await register.lay(systemViewer));
    const first = kind === 'withdraw' ? 'publish' : action === 'milestone.noteProgress' ? 'milestone.start' : null;
    if (first) accepted(await register.deeds.find((one) => one.kind === first || one.action === first)!.run(systemViewer, id));
    await prepare?.(id);
    for (const offered of await offeredOn(register.noun, id)) {
      led.add(pageOf(offered.place, id));
      const verb = action.split('.')[1] ?? '';
      if (wordFor(action, verb) === (offered.word[0] === 'palette.deeds' || wordFor(action, verb) === 'signature' ? offered.word[1] : 'act')) reached.add(action);
    }
  }

  const offeredOn = async (noun: Noun, id: string) => deedsOn(publisher, { noun, id, subject: (await subjectOf(noun, id))! }, today, { four_eyes: false });
  const pageOf = (place: string, id: string) => place.slice(1).split('?')[0]!.replace(id, '[id]');
  const wordFor = (action: string, verb: string) => words[action] ?? words[verb] ?? verb;
  const named = (action: Action) => [...elsewhere.values()].some((some) => some.includes(action));

  test('every act of the table of permissions, but those that are named with their reason', () => {
    if (deedWords.some(([, key]) => key === 'propose')) reached.add('proposal.send');
    assert.deepEqual(actions.filter((action) => !reached.has(action) && !named(action)), []);
    assert.deepEqual([...elsewhere.values()].flat().filter((action) => !actions.includes(action) || reached.has(action)), [], 'no longer true');
  });

  test('every page of the workspace, but those that are named with their reason', () => {
    const pages = readdirSync('app/[locale]/workspace', { recursive: true }).map(String).filter((file) => /(^|\/)page\.tsx$/.test(file)).map((file) => file.replace(/\/?page\.tsx$/, ''));
    const apart = [...otherPages.values()].flat();
    const isLed = (page: string) => [...led].some((place) => new RegExp(`^${page.replaceAll(/[.*+?^$()|{}]/g, String.raw`\$&`).replaceAll(/\[\w+\]/g, '[^/]+')}$`).test(place));
    assert.deepEqual(pages.filter((page) => !apart.includes(page) && !isLed(page)), []);
    assert.deepEqual(apart.filter((page) => !pages.includes(page)), [], 'is no page any more');
  });
});

/** An agreement of which it is decided soon whether it goes on. */
async function runsTacitly(): Promise<void> {
  const entry = parsed(agreementEntry, {
    'title.sr-Cyrl': ['Прећутно продужен'], type: ['cooperation_agreement'], procedure: ['other'], renewal: ['tacit'], termMonths: ['12'], renewalMonths: ['12'], noticeMonths: ['3'], inForceRule: ['on_signature'],
  });
  const id = accepted(await draftAgreement(systemViewer, { entry }));
  accepted(await recordOldAct(systemViewer, { id, today, entry: parsed(oldActEntry, { kind: ['entry_into_force'], 'on.edtf': [addDays(today, -230)] }) }));
}

/** An open milestone that waits for another. */
async function waitsForAnother(): Promise<void> {
  const { rows: [two] } = await reader().execute<{ first: string; then: string }>(sql`select min(id::text) as first, max(id::text) as "then" from milestone_index where waits and merged_into_id is null`);
  accepted(await change(systemViewer, { action: 'milestone.revise', table: milestone, id: two!.then }, async (pen) => {
    await pen.revise(milestone, {});
    await pen.replaceParts(milestoneDependency, milestoneDependency.milestoneId, [{ dependsOnId: two!.first }]);
  }));
}
