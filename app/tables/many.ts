import * as z from 'zod';
import type { Posted } from '#app/act.ts';
import { isRegister, registers, type RegisterName } from '#app/registers.ts';
import { assign as assignAgreement } from '#office/agreement/assign.ts';
import { classify } from '#office/agreement/classify.ts';
import { mostInBulk, type BulkRun } from '#office/bulk/bulk.ts';
import { detailsEntries, type ChosenEntry, type GoOnEntry } from '#office/bulk/entry.ts';
import { runById } from '#office/bulk/read.ts';
import { confirmRun, goOn, openRun, type Deed } from '#office/bulk/write.ts';
import { assign as assignMembership } from '#office/membership/assign.ts';
import { assign as assignMilestone } from '#office/milestone/assign.ts';
import { refused, type Outcome } from '#office/outcome.ts';
import { assign as assignProject } from '#office/project/assign.ts';
import type { Viewer } from '#office/viewer.ts';
import { askedInText } from './asked.ts';
import { settingFor } from './setting.ts';
import { tables } from './tables.ts';

/** How long one request works on a run before it shows how far it has come. */
const oneTurn = 4_000;

const nowhere = refused(404, { field: '', rule: 'notFound' });

/** Remembers what was chosen: the boxes of the page and of other pages, or all that match the table as it was shown. */
export async function openMany(viewer: Viewer, { entry: { register, query, verb, all, chosen, elsewhere } }: Posted<ChosenEntry>): Promise<Outcome<{ id: string }>> {
  if (!isRegister(register)) return nowhere;
  if (viewer.kind !== 'staff') return refused(403, { field: '', rule: 'notAllowed' });
  const table = tables[register];
  if (!verb || !table.verbs.includes(verb)) return refused(422, { field: 'verb', rule: 'required' });
  if (!all) return openRun(viewer, { register, verb, ids: [...chosen, ...elsewhere] });
  const setting = await settingFor(viewer, viewer.writtenForm);
  const { asked } = await askedInText(table, setting, query);
  const total = await table.listing.count(viewer, asked, setting.today);
  if (total > mostInBulk) return refused(422, { field: 'all', rule: 'tooManyChosen', values: { max: mostInBulk, count: total } });
  return openRun(viewer, { register, verb, ids: await table.listing.ids(viewer, asked, setting.today, mostInBulk) });
}

/** Says what goes along with the act and begins with it. */
export async function doMany(viewer: Viewer, { entry: { register, query: _table, ...details }, id, today }: Posted<{ register: string; query: string } & Record<string, unknown>>): Promise<Outcome<{ id: string }>> {
  const run = await runById(viewer, id);
  if (!run || run.register !== register) return nowhere;
  const confirmed = await confirmRun(viewer, id, details);
  return confirmed.done ? goOn(viewer, confirmed.value, deedOf(viewer, confirmed.value, today), oneTurn) : confirmed;
}

export async function goOnMany(viewer: Viewer, { entry: { register }, id, today }: Posted<GoOnEntry>): Promise<Outcome<{ id: string }>> {
  const run = await runById(viewer, id);
  return run && run.register === register ? goOn(viewer, run, deedOf(viewer, run, today), oneTurn) : nowhere;
}

/** The verb of the register, with what was confirmed; kept details are read again by the entry that let them in. */
function deedOf(viewer: Viewer, { register, verb, details }: BulkRun, today: string): Deed {
  const name = register as RegisterName;
  const { verbs } = registers[name];
  switch (verb) {
    case 'publish': return (id, requestId) => verbs.publish(viewer, { id, requestId, today });
    case 'withdraw': {
      const { publicReason } = held(withdrawal, details);
      return (id, requestId) => verbs.withdraw(viewer, { id, requestId, reason: publicReason });
    }
    case 'verify': {
      const { verification, reason } = held(verdict, details);
      return (id, requestId) => verbs.verify(viewer, { id, requestId, today, verification, reason: reason || undefined });
    }
    case 'assign': {
      const { ownerId } = held(owner, details);
      const assign = Object.hasOwn(assigns, name) ? assigns[name as keyof typeof assigns] : null;
      return async (id, requestId) => (assign ? assign(viewer, { id, requestId, ownerId }) : nowhere);
    }
    case 'classify': {
      const { fields, how } = held(classification, details);
      return async (id, requestId) => (name === 'agreements' ? classify(viewer, { id, requestId, entry: { fields, how } }) : nowhere);
    }
  }
}

const assigns = { agreements: assignAgreement, networks: assignMembership, projects: assignProject, milestones: assignMilestone };

const owner = z.object({ ownerId: z.string().nullable() });
const classification = z.object({ fields: detailsEntries.classify.shape.fields, how: z.enum(['add', 'remove', 'replace']) });
const verdict = z.object({ verification: z.enum(['checked', 'disputed']), reason: z.string() });
const withdrawal = z.object({ publicReason: z.custom<z.output<typeof detailsEntries.withdraw>['publicReason']>((text) => typeof text === 'object' && text !== null) });

function held<T extends z.ZodType>(shape: T, details: unknown): z.output<T> {
  return shape.parse(details);
}
