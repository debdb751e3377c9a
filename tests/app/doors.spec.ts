import { expect, test } from '@playwright/test';
import { openParty, type OpenParty } from './doors/party.ts';
import { speakSecrets } from './doors/speak-secrets.ts';
import { walkCorpus } from './doors/walk-corpus.ts';
import { walkForms, walkUnread } from './doors/walk-forms.ts';
import { walkAlikes, walkPages, walkPayloads, walkStrangeDoors } from './doors/walk-routes.ts';

// Who gets in where stands in doors/words.ts. `npm run trials` walks every subject to every target of every route; here each route is asked once by each.
let party: OpenParty;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  party = await openParty();
});
test.afterAll(async () => party?.close());

test('every route lets in whom the words let in, and speaks to nobody else of what is hidden', async () => {
  test.setTimeout(240_000);
  const { calls, faults } = await walkPages(party, 'short');
  expect(faults).toEqual([]);
  expect(calls).toBeGreaterThan(1_500);
});

test('the payloads for Next’s own client tell no more than the pages', async () => {
  test.setTimeout(120_000);
  const { calls, faults } = await walkPayloads(party, 'short');
  expect(faults).toEqual([]);
  expect(calls).toBeGreaterThan(400);
});

test('other names of the same things, other verbs and foreign posts open nothing', async () => {
  test.setTimeout(240_000);
  const { calls, faults } = await walkStrangeDoors(party);
  expect(faults).toEqual([]);
  expect(calls).toBeGreaterThan(1_500);
});

test('a record that one may not know of, and none: the same words after the same time', async () => {
  test.setTimeout(120_000);
  const { faults, hidden, none } = await walkAlikes(party);
  expect(faults).toEqual([]);
  // Two medians of some hundred answers each; a look that only one of them takes would show.
  expect(Math.abs(hidden - none) / Math.max(hidden, none)).toBeLessThan(0.4);
});

test('no form of the workspace does anything in the hands of who may not send it', async () => {
  test.setTimeout(240_000);
  const { forms, faults } = await walkForms(party, 'short');
  expect(faults).toEqual([]);
  expect(forms).toBeGreaterThan(30);
});

test('who is not signed in is refused before what he sent is read', async () => {
  test.setTimeout(120_000);
  const { calls, faults } = await walkUnread(party);
  expect(faults).toEqual([]);
  expect(calls).toBeGreaterThan(30);
});

test('what is typed to do harm is kept as it is or refused in words, in every form', async () => {
  test.setTimeout(300_000);
  const { inputs, faults } = await walkCorpus(party, 'short');
  expect(faults).toEqual([]);
  expect(inputs).toBeGreaterThan(500);
});

// Last, since it takes the database away.
test('the log holds no password, address, name, secret of a link or cookie, and nothing that was asked or typed', async () => {
  test.setTimeout(120_000);
  const said = await speakSecrets(party);
  expect(said.spoken).toBeGreaterThan(15);
  expect(said.heard).toEqual([]);
  // What it must hold instead: that something was refused, where, and why.
  expect(party.ground.said()).toMatch(/^403 POST \/en\/sign-in foreign post: Origin$/m);
  expect(party.ground.said()).toMatch(/^50[03] GET \/en\/workspace /m);
});
