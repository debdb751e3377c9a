import { agreementWithActsFields } from '#office/agreement/fields.ts';
import { agreementById } from '#office/agreement/read.ts';
import { membershipWithActsFields } from '#office/membership/fields.ts';
import { membershipById } from '#office/membership/read.ts';
import { milestoneFields } from '#office/milestone/fields.ts';
import { milestoneById } from '#office/milestone/read.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { organisationById } from '#office/organisation/read.ts';
import { projectWithActsFields } from '#office/project/fields.ts';
import { projectById } from '#office/project/read.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Subject } from '#office/permission.ts';
import { references, type Reference } from '#office/reference.ts';
import { referred } from '#office/referred.ts';
import type { Viewer } from '#office/viewer.ts';
import type { ImportNoun } from './import.ts';

/** A record as it stands: as the fields of its form, and as the rules of rights look at it. */
export type Stood = { readonly id: string; readonly code: string; readonly version: number; readonly subject: Subject; readonly verification: string; readonly values: FormValues };

/** Null where it is not there for this viewer. `today` is an ISO day. */
export async function stoodById(viewer: Viewer, noun: ImportNoun, id: string, today: string): Promise<Stood | null> {
  const found = await read[noun](viewer, id, today);
  if (!found) return null;
  const { record, values } = found;
  return { id, code: record.code, version: record.version, subject: record, verification: record.verification, values: { ...values, code: [record.code] } };
}

/** The records that are named in the fields of these forms, as far as the viewer may see them. */
export async function recordsNamedIn(viewer: Viewer, forms: readonly FormValues[]): Promise<Map<string, Reference>> {
  const ids = new Set(forms.flatMap((values) => Object.entries(values).flatMap(([name, held]) => (naming.test(name) && held[0] ? [held[0]] : []))));
  return references(viewer, [...ids].flatMap((id) => referred.map((noun) => ({ noun, id }))));
}

const naming = /(^|\.)(networkId|memberId|organisationId|parentId|successorOfId|projectId|programmeId|agreementId|membershipId)$/;

type Found = { record: Subject & { code: string; version: number; verification: string }; values: FormValues } | null;

const read: Record<ImportNoun, (viewer: Viewer, id: string, today: string) => Promise<Found>> = {
  organisation: async (viewer, id) => withFields(await organisationById(viewer, id), organisationFields),
  agreement: async (viewer, id, today) => withFields(await agreementById(viewer, id, today), agreementWithActsFields),
  membership: async (viewer, id) => withFields(await membershipById(viewer, id), membershipWithActsFields),
  project: async (viewer, id) => withFields(await projectById(viewer, id), projectWithActsFields),
  milestone: async (viewer, id) => withFields(await milestoneById(viewer, id), milestoneFields),
};

function withFields<T extends Subject & { code: string; version: number; verification: string }>(record: T | null, fields: (record: T) => FormValues): Found {
  return record && { record, values: fields(record) };
}
