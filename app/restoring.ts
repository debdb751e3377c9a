import { randomUUID } from 'node:crypto';
import { isRegister, registers, type RegisterName } from '#app/registers.ts';
import { resumeParameter } from '#components/place.ts';
import { writeInstant } from '#messages/dates.ts';
import { agreementFields } from '#office/agreement/fields.ts';
import { agreementById } from '#office/agreement/read.ts';
import { recordAsOf, type Stood } from '#office/audit/as-of.ts';
import { documentFields } from '#office/document/fields.ts';
import { documentById } from '#office/document/read.ts';
import { inCode, type HeldRow } from '#office/in-code.ts';
import { draftsAt } from '#office/draft/read.ts';
import { keepDraft } from '#office/draft/write.ts';
import { membershipFields } from '#office/membership/fields.ts';
import { membershipById } from '#office/membership/read.ts';
import { milestoneFields } from '#office/milestone/fields.ts';
import { milestoneById } from '#office/milestone/read.ts';
import type { NearAsked } from '#office/near/read.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { organisationById } from '#office/organisation/read.ts';
import { done, refused, type FormValues, type Outcome, type Warning } from '#office/outcome.ts';
import { programmeFields } from '#office/programme/fields.ts';
import { programmeById } from '#office/programme/read.ts';
import { projectFields } from '#office/project/fields.ts';
import { projectById } from '#office/project/read.ts';
import type { Viewer } from '#office/viewer.ts';

type Which = { readonly register: RegisterName; readonly id: string; readonly seq: number; readonly today: string };

/**
 * Keeps the text that the record had after the change `seq` as what the viewer has typed into its edit form and not sent, so that
 * nothing comes back past the form: entry, publishing demands, proposals and conflicts are asked as ever. 404 where there is none.
 */
export async function keepEarlier(viewer: Viewer, { register, id, seq, today }: Which): Promise<Outcome<null>> {
  const { noun } = registers[register];
  const stood = await recordAsOf(viewer, noun, id, { seq });
  const now = viewer.kind === 'staff' && stood ? await openings[register](viewer, id, today) : null;
  if (viewer.kind !== 'staff' || !stood || !now) return refused(404, { field: '', rule: 'notFound' });
  const typed = { ...now.fields(now.record), ...now.fields(overlaid(now.record, stood)), id: [id], version: [String(now.record.version)] };
  const at = `${formOf(register, id)}#${noun}`;
  const held = (await draftsAt(viewer, formOf(register, id))).find(({ place }) => place === at);
  // In the place of the text of which he was told, and of no other that he may be typing.
  const own = { request: [randomUUID()], resumed: held?.typed.request ?? [] };
  const kept = await keepDraft(viewer.id, at, { ...typed, ...own, opened: [JSON.stringify(now.fields(now.record))] });
  return kept ? done(null) : refused(422, { field: '', rule: 'cannotBeKept' });
}

/** A second look before it: what the viewer has typed into that very form and not sent would be lost, and nobody else has it. */
export async function unsentThere(viewer: Viewer, { fields, id, form }: Pick<NearAsked, 'fields' | 'id' | 'form'>): Promise<Warning[]> {
  const register = fields.register?.[0] ?? '';
  if (!isRegister(register)) return [];
  const at = formOf(register, id);
  const held = (await draftsAt(viewer, at)).find(({ place }) => place === `${at}#${registers[register].noun}`);
  // Typed on since, it is another text, to be looked at again.
  return held ? [{ field: '', rule: 'unsentThere', values: { when: writeInstant(held.savedAt, form, 'table'), word: held.savedAt.toISOString() }, at: `${at}?${resumeParameter}=1` }] : [];
}

function formOf(register: RegisterName, id: string): string {
  return `/workspace/${register}/${id}/edit`;
}

type Opening<R> = { readonly record: R & { readonly version: number }; readonly fields: (record: R) => FormValues };

/** The record as it stands now, and how its form is filled. */
const openings: Record<RegisterName, (viewer: Viewer, id: string, today: string) => Promise<Opening<Record<string, unknown>> | null>> = {
  partners: async (viewer, id) => opening(await organisationById(viewer, id), organisationFields),
  networks: async (viewer, id) => opening(await membershipById(viewer, id), membershipFields),
  programmes: async (viewer, id) => opening(await programmeById(viewer, id), programmeFields),
  projects: async (viewer, id) => opening(await projectById(viewer, id), projectFields),
  agreements: async (viewer, id, today) => opening(await agreementById(viewer, id, today), agreementFields),
  milestones: async (viewer, id) => opening(await milestoneById(viewer, id), milestoneFields),
  documents: async (viewer, id) => opening(await documentById(viewer, id), documentFields),
};

function opening<R extends { version: number }>(record: R | null, fields: (record: R) => FormValues): Opening<Record<string, unknown>> | null {
  return record && { record, fields: (one) => fields(one as R) };
}

/** In which property of a record the rows of a table are read; what is not here stays as it is: acts are recorded, contacts are not in the ledger. */
const groups: Record<string, { readonly name: string; readonly row?: (row: HeldRow) => unknown }> = {
  organisation_name: { name: 'names' }, representative: { name: 'representatives' }, obligation: { name: 'obligations' }, programme_partner: { name: 'partners' },
  project_partner: { name: 'partners' }, agreement_party: { name: 'parties' }, agreement_link: { name: 'links' }, agreement_project: { name: 'projects' },
  agreement_network: { name: 'networks' }, document_link: { name: 'links' }, milestone_dependency: { name: 'dependsOn', row: ({ dependsOnId }) => dependsOnId },
};

function overlaid(now: Record<string, unknown>, { row, parts }: Stood): Record<string, unknown> {
  const then = Object.fromEntries(Object.entries(inCode(row)).filter(([name]) => name in now && name !== 'version' && name !== 'id'));
  const rows = [...parts].flatMap(([table, held]) => {
    const group = groups[table];
    return group && group.name in now ? [[group.name, held.map(inCode).map(group.row ?? ((one) => one))]] : [];
  });
  return { ...now, ...then, ...Object.fromEntries(rows) };
}
