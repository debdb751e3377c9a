import assert from 'node:assert/strict';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { change, revision } from '#db/schema/ledger.ts';
import { actEntry, oldActEntry, signatureEntry } from '#office/agreement/act-entry.ts';
import { agreementEntry, partyEntry } from '#office/agreement/entry.ts';
import { draft } from '#office/agreement/write.ts';
import { parseEntry, type Parsed } from '#office/entry/parse.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues, Outcome } from '#office/outcome.ts';
import { systemViewer } from '#office/viewer.ts';
import { staff } from '../verbs.ts';

export const today = '2026-11-21';
export const contributor = staff('contributor');
export const editor = staff('editor');
export const publisher = staff('publisher');

/** An editor's draft; a declaration with the title of the ground unless the values say otherwise. */
export async function drafted(values: FormValues): Promise<string> {
  const outcome = await draft(editor, { entry: parsed(values) });
  assert.ok(outcome.done, JSON.stringify(outcome));
  return outcome.value.id;
}

let grounds = 0;

/** Three published organisations to agree with one another. */
export async function ground() {
  grounds += 1;
  const names = { city: `град ${grounds}`, other: `општина ${grounds}`, third: `агенција ${grounds}` };
  const [city, other, third] = [await organisation(names.city, 'published'), await organisation(names.other, 'published'), await organisation(names.third, 'published')];
  return { city, other, third, slugs: { third: `agencija-${grounds}` } };
}

export async function organisation(name: string, publication: 'published' | null): Promise<string> {
  const entry = parseEntry(organisationEntry, { 'name.sr-Cyrl': [name], 'name.en': [name], kind: ['local_government'] });
  assert.ok(entry.ok);
  const entered = await organisations.draft(systemViewer, { entry: entry.entry });
  assert.ok(entered.done);
  if (publication) assert.ok((await organisations.publish(systemViewer, { id: entered.value.id })).done);
  return entered.value.id;
}

export function wholeFields(city: string, other: string): FormValues {
  return {
    'title.sr-Cyrl': ['Споразум са Примерградом'], 'title.en': ['Agreement with Primergrad'], type: ['cooperation_agreement'], procedure: ['donor'],
    'parties.0.organisationId': [city], 'parties.0.side': ['us'], 'parties.1.organisationId': [other], 'parties.1.side': ['them'], 'parties.1.role': ['signatory'],
    'sources.0.title.sr-Cyrl': ['Архива'],
  };
}

export function turnedParties(first: string, second: string): FormValues {
  return { 'parties.rows': ['3'], 'parties.0.id': [''], 'parties.0.organisationId': [first], 'parties.0.side': ['them'], 'parties.1.id': [''], 'parties.1.organisationId': [second], 'parties.1.side': ['us'], 'parties.2.remove': ['on'] };
}

export function parsed(values: FormValues) {
  return entryOf(parseEntry(agreementEntry, { 'title.sr-Cyrl': ['Споразум са Примерградом'], type: ['declaration'], ...values }));
}

export const newAct = (values: FormValues) => entryOf(parseEntry(actEntry, values));
export const oldAct = (values: FormValues) => entryOf(parseEntry(oldActEntry, values));
export const party = (values: FormValues) => entryOf(parseEntry(partyEntry, values));
export const signature = (partyId: string) => entryOf(parseEntry(signatureEntry, {
  partyId: [partyId], signatory: ['Петар Петровић'], 'signatoryOffice.sr-Cyrl': ['градоначелник'], 'on.year': ['2023'], 'on.month': ['12'], 'place.sr-Cyrl': ['Ниш'],
}));

function entryOf<T>(read: Parsed<T>): T {
  assert.ok(read.ok, JSON.stringify(read));
  return read.entry;
}

export function nameless<T extends { id: string | null }>(rows: readonly T[]) {
  return rows.map(({ id: _id, ...row }) => row);
}

export function fieldsAndRules(outcome: Outcome<unknown>): string[] {
  return outcome.done ? ['done'] : outcome.issues.map(({ field, rule }) => `${field} ${rule}`);
}

export function statusOf(outcome: Outcome<unknown>): number {
  return outcome.done ? 200 : outcome.status;
}

export async function ledger() {
  return { changes: await reader().$count(change), revisions: await reader().$count(revision), agreements: await reader().$count(agreement) };
}
