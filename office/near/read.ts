import type { WrittenForm } from '#messages/local-text.ts';
import { textIn } from '#messages/local-text.ts';
import type { FormValues, Warning } from '#office/outcome.ts';
import { references } from '#office/reference.ts';
import type { Referred } from '#office/referred.ts';
import type { Viewer } from '#office/viewer.ts';
import { nearAgreements } from './agreements.ts';
import { nearMemberships, runningMemberships } from './memberships.ts';
import { nearMilestones } from './milestones.ts';
import { nearNames } from './names.ts';

/** The nouns of which a record entered twice is looked for. */
export const watched = ['organisation', 'programme', 'project', 'agreement', 'membership', 'milestone'] as const satisfies readonly Referred[];
export type Watched = (typeof watched)[number];

export type NearAsked = {
  /** The fields of the entry as typed. */
  readonly fields: FormValues;
  /** As they stood when the form was opened; null for a new record. */
  readonly opened: FormValues | null;
  /** The record that is entered, '' for a new one. */
  readonly id: string;
  readonly form: WrittenForm;
  /** ISO day. */
  readonly today: string;
};

const told = 5;

/**
 * A warning that names the records which this entry may enter a second time: near names, or the same parties, type and
 * time. None where nothing of that changed since the form was opened, and never a record that the viewer may not see. What the
 * register would refuse beside those is told as final.
 */
export async function nearRecords(viewer: Viewer, noun: Watched, asked: NearAsked): Promise<Warning[]> {
  if (viewer.kind === 'visitor' || !isChanged(telling[noun], asked)) return [];
  const beside = noun === 'membership' ? await named(viewer, noun, await runningMemberships(viewer, asked.fields, asked.id, asked.today), asked.form) : [];
  if (beside.length) return [{ field: fieldOf[noun], rule: 'secondMembership', near: beside, isFinal: true }];
  const records = await named(viewer, noun, await near[noun](asked), asked.form);
  return records.length ? [{ field: fieldOf[noun], rule: `near_${noun}`, values: { count: records.length }, near: records }] : [];
}

async function named(viewer: Viewer, noun: Watched, ids: readonly string[], form: WrittenForm): Promise<NonNullable<Warning['near']>> {
  const seen = await references(viewer, ids.slice(0, 40).map((id) => ({ noun, id })));
  return ids.flatMap((id) => seen.get(id) ?? []).slice(0, told).map((one) => ({ noun, id: one.id, label: `${textIn(one.name, form) || one.code} (${one.code})` }));
}

const near: Record<Watched, (asked: NearAsked) => Promise<string[]>> = {
  organisation: ({ fields, id }) => nearNames('organisation', texts(fields, 'name'), texts(fields, 'acronym'), id),
  programme: ({ fields, id }) => nearNames('programme', texts(fields, 'name'), texts(fields, 'acronym'), id),
  project: ({ fields, id }) => nearNames('project', texts(fields, 'title'), texts(fields, 'acronym'), id),
  agreement: (asked) => nearAgreements(asked.fields, texts(asked.fields, 'title'), asked.id, isChanged(tied, asked) ? 'the same parties' : 'titles alone'),
  membership: ({ fields, id }) => nearMemberships(fields, id),
  milestone: ({ fields, id }) => nearMilestones(fields, texts(fields, 'title'), id),
};

const fieldOf: Record<Watched, string> = { organisation: 'name', programme: 'name', project: 'title', agreement: 'title', membership: 'networkId', milestone: 'title' };

/** What of an entry may make it the same as another. */
const telling: Record<Watched, RegExp> = {
  organisation: /^(?:name|acronym)\.(?:sr-Cyrl|sr-Latn|en)$/, programme: /^(?:name|acronym)\.(?:sr-Cyrl|sr-Latn|en)$/,
  project: /^(?:title|acronym)\.(?:sr-Cyrl|sr-Latn|en)$/, agreement: /^(?:title\.(?:sr-Cyrl|sr-Latn|en)|type|parties\.\d+\.organisationId)$/,
  membership: /^(?:networkId|memberId)$/, milestone: /^(?:kind|planned\..+|(?:agreement|membership|project|programme)Id)$/,
};

/** By what two agreements of other titles may be the same. */
const tied = /^(?:type|parties\.\d+\.organisationId)$/;

function isChanged(part: RegExp, { fields, opened }: NearAsked): boolean {
  return opened === null || Object.entries(fields).some(([name, [value = '']]) => part.test(name) && value.trim() !== (opened[name]?.[0] ?? '').trim());
}

function texts(fields: FormValues, name: string): string[] {
  return ['sr-Cyrl', 'sr-Latn', 'en'].flatMap((face) => fields[`${name}.${face}`]?.[0]?.trim() || []);
}
