import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { desc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import type { Outcome } from '#office/outcome.ts';
import { actions } from '#office/permission.ts';
import { undo } from '#office/undoing.ts';
import { systemViewer, type Staff, type Viewer } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { accepted } from '../verbs.ts';
import { peopleDeeds, peopleOfTheOffice, type Person } from './walk-people.ts';
import { dueToday, see } from './walk-reminders.ts';
import { beginImport, importDeeds } from './walk-imports.ts';
import { proposalDeeds, proposalOfAnother, propose } from './walk-proposals.ts';
import { allRegisters, tally, type Deed, type Register } from './walk-ground.ts';

// Who may what, in the words of the decision and not taken from the code: a contributor drafts, and revises his own
// drafts; an editor any draft, acts and milestones; a publisher also publishes, withdraws, gives records a new address,
// and revises published records, and merges two records that are both his; an admin people, roles and settings only. Whoever may revise a record may add a party
// to it, and submit it for review. An editor says how sure the office is. Whoever works on records of a noun proposes; a proposal is
// decided by whoever might do the act himself, amended and taken back by its author. A publisher decides on the way to the public. What is not said here is refused.
const contributor = ['draft a record', 'revise an own draft', 'add a party to an own draft', 'submit an own draft', 'propose'];
const editor = [
  ...contributor, 'revise another’s draft', 'add a party to another’s draft', 'submit another’s draft',
  'act on an own draft', 'act on another’s draft', 'act on a published record', 'act on a withdrawn record',
  'verify an own draft', 'verify another’s draft', 'verify a published record', 'verify a withdrawn record',
];
const publisher = [
  ...editor, 'revise a published record', 'revise a withdrawn record', 'add a party to a published record', 'add a party to a withdrawn record',
  'readdress an own draft', 'readdress another’s draft', 'readdress a published record', 'readdress a withdrawn record',
  'merge into an own draft', 'merge into another’s draft', 'merge into a published record', 'merge into a withdrawn record',
  'return an own draft', 'return another’s draft', 'approve an own draft', 'approve another’s draft', 'return a proposal', 'reject a proposal', 'comment a proposal',
  'schedule an own draft', 'schedule another’s draft', 'unschedule an own draft', 'unschedule another’s draft',
  'embargo an own draft', 'embargo another’s draft', 'embargo a withdrawn record',
  'publish an own draft', 'publish another’s draft', 'publish a withdrawn record', 'withdraw a published record',
];
const factor = ['setSecondFactor', 'dropSecondFactor', 'renewRecoveryCodes'];
const ofHimself = ['set his own password', 'revise his own profile', 'choose his own letters', ...factor.map((verb) => `his own second factor: ${verb}`)];
/** Only the system does to another what is one’s own. */
const ownOfAnother = ['set the password of another', 'revise the profile of another', 'choose the letters of another', ...factor.map((verb) => `the second factor of another: ${verb}`)];
const admin = ['invite', 'revise a person', 'give a role', 'take a role', 'deactivate', 'reactivate', 'renew a link', 'make a reset link', 'cancel a link', 'anonymise', 'revise himself', 'reset a second factor', 'change a setting'];

// What nobody may, since it is so already: a publisher is told so, and whoever may not publish at all is refused as ever.
const senseless = ['publish a published record', 'withdraw an own draft', 'withdraw another’s draft', 'withdraw a withdrawn record',
  'submit a published record', 'submit a withdrawn record', 'return a published record', 'return a withdrawn record', 'approve a published record', 'approve a withdrawn record',
  'schedule a published record', 'schedule a withdrawn record', 'unschedule a published record', 'unschedule a withdrawn record', 'embargo a published record'];

type Word = { readonly sees: 'all' | 'what is public' | 'what is public and his own'; readonly does: readonly string[]; readonly seesPeople?: true };
const words: Record<Person, Word> = {
  'a visitor': { sees: 'what is public', does: [] },
  'staff without a role': { sees: 'what is public', does: ofHimself },
  'a contributor': { sees: 'what is public and his own', does: [...contributor, ...ofHimself] },
  'an editor': { sees: 'all', does: [...editor, ...ofHimself] },
  'a publisher': { sees: 'all', does: [...publisher, ...ofHimself] },
  'an admin': { sees: 'what is public', does: [...admin, ...ofHimself], seesPeople: true },
  'an editor of this noun': { sees: 'all', does: [...editor, ...ofHimself] },
  'an editor of another noun': { sees: 'what is public', does: ofHimself },
  'a publisher of this record alone': { sees: 'all', does: [...publisher.filter((deed) => deed !== 'draft a record' && !deed.startsWith('merge')), ...ofHimself] },
  'a publisher of another record': { sees: 'what is public', does: ofHimself },
  'a publisher whose role ran out': { sees: 'what is public', does: ofHimself },
  'a publisher whose role was taken': { sees: 'what is public', does: [] },
  'a publisher who was deactivated': { sees: 'what is public', does: [] },
  'a publisher whose account ended': { sees: 'what is public', does: [] },
  'the system': { sees: 'all', does: [...publisher, ...admin, ...ownOfAnother], seesPeople: true },
};
const states = ['an own draft', 'another’s draft', 'a published record', 'a withdrawn record'] as const;
type State = (typeof states)[number];

const walked = new Set<string>();
let registers: Register[] = [];
let people: Record<Person, (noun: string, id: string) => Viewer>;
const reused = new Map<string, string>();

describe('every act, by everybody', () => {
  useFreshDatabase();
  before(async () => {
    people = await peopleOfTheOffice();
    registers = await allRegisters();
  });

  for (const [name, word] of Object.entries(words) as [Person, Word][]) {
    test(`${name}: records`, async () => {
      for (const register of registers) {
        const draft = `${register.noun}.draft`;
        await expect(people[name](register.noun, ''), { action: draft, status: word.does.includes('draft a record') ? 'done' : 403, said: `${draft} by ${name}` }, register.draft);
        for (const deed of register.deeds) for (const state of states) await walk(name, word, register, deed, state);
      }
    });

    test(`${name}: people and settings`, async () => {
      for (const { action, words: said, of, run } of await peopleDeeds()) {
        const viewer = people[name]('organisation', '');
        if (of === 'himself' && viewer.kind !== 'staff') continue;
        const target = of === 'himself' && viewer.kind === 'staff' ? viewer.id : undefined;
        const hidden = word.seesPeople === true || ['invite', 'change a setting', ...ofHimself, ...ownOfAnother].includes(said) ? 403 : 404;
        await expect(viewer, { action, status: word.does.includes(said) ? 'done' : hidden, said: `${said} by ${name}` }, () => run(viewer, target));
      }
    });
  }

  test('undoing: his own last change, by whoever could make it again', async () => {
    for (const register of registers) {
      const action = `${register.noun}.undo`;
      const id = await fresh(register, 'another’s draft', systemViewer);
      const editorOf = people['an editor'](register.noun, id);
      accepted(await deedOf(register, 'revise').run(editorOf, id));
      const [last] = await reader().select({ seq: change.seq }).from(change).where(eq(change.recordId, id)).orderBy(desc(change.seq)).limit(1);
      const undoing = (viewer: Viewer) => undo(viewer, register.noun, { id, seq: last?.seq ?? 0 });
      for (const name of ['a visitor', 'staff without a role', 'a contributor', 'an admin', 'an editor of another noun'] as const) {
        await expect(people[name](register.noun, ''), { action, status: 404, said: `${action} by ${name}` }, undoing);
      }
      await expect(people['a publisher'](register.noun, id), { action, status: 422, said: `${action} of another’s change` }, undoing);
      await expect(editorOf, { action, status: 'done', said: `${action} of his own change` }, undoing);
    }
  });

  test('proposals about a published record', async () => {
    const kept = registers.find(({ noun }) => noun === 'organisation')!.kept;
    for (const [name, word] of Object.entries(words) as [Person, Word][]) {
      const viewer = people[name]('organisation', kept);
      const may = (said: string) => word.does.includes(said);
      await expect(viewer, { action: 'proposal.send', status: may('propose') ? 'done' : 403, said: `propose by ${name}` }, (who) => propose(who, kept));
      for (const { action, words: said, run } of proposalDeeds) {
        const ofAnother = await proposalOfAnother(kept);
        const status = may(`${said} a proposal`) || name === 'the system' ? 'done' : word.sees === 'all' ? 403 : 404;
        await expect(viewer, { action, status, said: `${said} by ${name}` }, (who) => run(who, ofAnother));
        if (!may('propose') || viewer.kind !== 'staff') continue;
        const own = accepted(await propose(viewer, kept));
        const ownStatus = ['amend', 'comment', 'take back'].includes(said) || may(`${said} a proposal`) ? 'done' : 403;
        await expect(viewer, { action, status: ownStatus, said: `${said} his own by ${name}` }, (who) => run(who, own));
      }
    }
  });

  // Tables are brought by editors; each sets his own going, since it goes on with his rights; any editor of the noun may stop it,
  // and only the job says that all rows were seen to.
  test('imports of tables', async () => {
    const bringers: readonly Person[] = ['an editor', 'a publisher', 'an editor of this noun'];
    for (const name of Object.keys(words) as Person[]) {
      const viewer = people[name]('organisation', '');
      const may = bringers.includes(name);
      await expect(viewer, { action: 'import.begin', status: may || name === 'the system' ? 'done' : 403, said: `begin an import by ${name}` }, beginImport);
      for (const { action, words: said, prepare, run } of importDeeds) {
        const another = await prepare(people[name === 'an editor' ? 'a publisher' : 'an editor']('organisation', '') as Staff);
        const status = name === 'the system' || (may && said === 'stop') ? 'done' : may ? 403 : 404;
        await expect(viewer, { action, status, said: `${said} another’s import by ${name}` }, (who) => run(who, another));
        if (!may || viewer.kind !== 'staff') continue;
        const own = await prepare(viewer);
        await expect(viewer, { action, status: ['import.check', 'import.finish'].includes(action) ? 403 : 'done', said: `${said} his own import by ${name}` }, (who) => run(who, own));
      }
    }
  });

  // Whoever works on milestones says that the office knows of a day; of one that is not for the public, a visitor knows nothing.
  test('reminders of a day', async () => {
    for (const name of Object.keys(words) as Person[]) {
      const id = await dueToday();
      const viewer = people[name]('milestone', id);
      const status = words[name].does.includes('revise an own draft') ? 'done' : viewer.kind === 'visitor' ? 404 : 403;
      await expect(viewer, { action: 'reminder.acknowledge', status, said: `see a day by ${name}` }, (who) => see(who, id));
    }
  });

  test('no action was left out', () => {
    assert.deepEqual([...walked].toSorted(), actions.toSorted());
  });
});

async function walk(name: Person, word: Word, register: Register, deed: Deed, state: State): Promise<void> {
  const said = `${deed.kind} ${state}`;
  const [noun, may] = [register.noun, word.does.includes(said)];
  const own = state === 'an own draft';
  const maker = people[name](noun, '');
  if (own && maker.kind === 'visitor') return;
  const id = may ? await fresh(register, state, maker) : await reusable(register, state, maker);
  if (may) await deed.prepare?.(id);
  const publishes = word.does.includes('withdraw a published record');
  const seen = state === 'a published record' || word.sees === 'all' || (own && word.sees === 'what is public and his own');
  const status = may ? 'done' : !seen ? 404 : publishes && (senseless.includes(said) || deed.kind === 'merge into') ? 422 : 403;
  await expect(people[name](noun, id), { action: deed.action, status, said: `${deed.action}: ${said} by ${name}` }, (viewer) => deed.run(viewer, id));
}

/** Done means one change under the action's name; refused means an issue, an untouched ledger and one refusal more in the security events. */
async function expect(
  viewer: Viewer, { action, status, said }: { action: string; status: 'done' | 403 | 404 | 422; said: string }, run: (viewer: Viewer) => Promise<Outcome<unknown>>,
): Promise<void> {
  walked.add(action);
  const held = await tally();
  const outcome = await run(viewer);
  const now = await tally();
  assert.equal(outcome.done ? 'done' : outcome.status, status, said);
  if (!outcome.done) {
    assert.ok(outcome.issues.length > 0, said);
    assert.deepEqual(now, { ...held, refusals: held.refusals + 1 }, said);
    return;
  }
  const [last] = await reader().select({ action: change.action, actor: change.actorId }).from(change).orderBy(desc(change.seq)).limit(1);
  assert.deepEqual(last, { action, actor: viewer.kind === 'staff' ? viewer.id : null }, said);
  assert.deepEqual([now.changes, now.refusals], [held.changes + 1, held.refusals], said);
  assert.ok(now.revisions > held.revisions, said);
}

/** A record that nothing was written to stays what it was, so what is refused is tried on the office's own and on one of each state. */
async function reusable(register: Register, state: State, maker: Viewer): Promise<string> {
  if (state === 'a published record') return register.kept;
  const key = `${register.noun} ${state} ${state === 'an own draft' && maker.kind === 'staff' ? maker.id : ''}`;
  const id = reused.get(key) ?? await fresh(register, state, maker);
  reused.set(key, id);
  return id;
}

async function fresh(register: Register, state: State, maker: Viewer): Promise<string> {
  const asContributor = maker.kind === 'staff' ? { ...maker, grants: [{ role: 'contributor', noun: null, recordId: null }] } satisfies Staff : maker;
  const id = accepted(await register.lay(state === 'an own draft' ? asContributor : systemViewer));
  if (state === 'a published record' || state === 'a withdrawn record') accepted(await deedOf(register, 'publish').run(systemViewer, id));
  if (state === 'a withdrawn record') accepted(await deedOf(register, 'withdraw').run(systemViewer, id));
  return id;
}

function deedOf(register: Register, kind: Deed['kind']): Deed {
  return register.deeds.find((deed) => deed.kind === kind)!;
}
