import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { agreement, agreementParty } from '#db/schema/agreement.ts';
import { document, documentLink } from '#db/schema/document.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { organisation } from '#db/schema/organisation.ts';
import { programme } from '#db/schema/programme.ts';
import { project } from '#db/schema/project.ts';
import { local } from '#messages/local-text.ts';
import { change } from '#office/change.ts';
import type { Noun } from '#office/permission.ts';
import { search } from '#office/search/read.ts';
import { systemViewer, type Viewer } from '#office/viewer.ts';
import { accepted } from '../verbs.ts';

export const today = '2026-03-01';
export const nothing = { type: [], country: [], year: [], verification: [] };
export const text = (sr: string) => local({ sr, state: 'checked' });

/** The ids that a viewer finds; the number beside them tells of no other. */
export async function ids(viewer: Viewer, q: string, chosen: object = nothing): Promise<string[]> {
  const found = await search(viewer, { q, chosen: { ...nothing, ...chosen }, perPage: 100, form: 'sr-Cyrl' }, today);
  const hits = found?.groups.flatMap((group) => group.hits.map(({ id }) => id)) ?? [];
  assert.equal(found?.total ?? 0, hits.length, 'the number tells of a record that is not shown');
  return hits;
}

const made = { organisation, agreement, project, programme, milestone, document, membership };
let count = 0;

/** Lays down a record with these columns, whatever publishing would demand, and its parts. */
export async function put(noun: Noun, values: object, parts: (id: string) => readonly (readonly [table: 'agreement_party' | 'document_link', row: object])[] = () => []): Promise<string> {
  const at = count += 1;
  const table = made[noun] as typeof organisation;
  return accepted(await change(systemViewer, { action: `${noun}.draft`, table }, async (pen) => {
    await pen.draft(table, { code: `T-${noun}-${at}`, slug: `t-${noun}-${at}`, ...values });
    for (const [name, row] of parts(pen.id)) await pen.db.insert((name === 'agreement_party' ? agreementParty : documentLink) as typeof agreementParty).values({ id: randomUUID(), ...row } as typeof agreementParty.$inferInsert);
  }));
}

/** Sets columns of a record through the gate. */
export async function set(noun: Noun, id: string, values: object): Promise<void> {
  accepted(await change(systemViewer, { action: `${noun}.revise`, table: made[noun] as typeof organisation, id }, async (pen) => {
    await pen.revise(made[noun] as typeof organisation, values);
  }));
}
