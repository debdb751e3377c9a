import assert from 'node:assert/strict';
import { parseEntry } from '#office/entry/parse.ts';
import { membershipEntry, membershipWithActs } from '#office/membership/entry.ts';
import { draft } from '#office/membership/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { systemViewer } from '#office/viewer.ts';
import { parsed as entryOf, staff } from '../verbs.ts';

export const today = '2026-03-01';
export const editor = staff('editor');
export const publisher = staff('publisher');

export const parsed = (typed: FormValues) => entryOf(membershipEntry, typed);

/** An editor's draft; with its acts where the values hold some. */
export async function drafted(typed: FormValues): Promise<string> {
  const outcome = await draft(editor, { entry: typed['acts.0.kind'] ? entryOf(membershipWithActs, typed) : parsed(typed), today });
  assert.ok(outcome.done, JSON.stringify(outcome));
  return outcome.value.id;
}

/** Published networks, and the City, which is laid down once in each database. */
export function grounds() {
  let city: string | undefined;
  return async (slug: string): Promise<{ network: string; city: string }> => {
    const network = await organisationDrafted({ 'name.sr-Cyrl': [`Мрежа ${slug}`], 'name.origin': ['sr-Cyrl'], kind: ['network'] }, slug);
    assert.ok((await organisations.publish(systemViewer, { id: network })).done);
    city ??= await theCity();
    return { network, city };
  };
}

export async function organisationDrafted(typed: FormValues, slug?: string): Promise<string> {
  const outcome = await organisations.draft(systemViewer, { entry: organisationParsed(typed), given: slug ? { slug } : undefined });
  assert.ok(outcome.done);
  return outcome.value.id;
}

async function theCity(): Promise<string> {
  const outcome = await organisations.draft(systemViewer, {
    entry: organisationParsed({ 'name.sr-Cyrl': ['Град Ниш'], kind: ['local_government'] }), given: { slug: 'grad-nis', isSelf: true },
  });
  assert.ok(outcome.done);
  assert.ok((await organisations.publish(systemViewer, { id: outcome.value.id })).done);
  return outcome.value.id;
}

function organisationParsed(typed: FormValues) {
  const read = parseEntry(organisationEntry, typed);
  assert.ok(read.ok, JSON.stringify(read));
  return read.entry;
}
