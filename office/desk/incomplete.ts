import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { agreement } from '#db/schema/agreement.ts';
import type { LocalText, TextState } from '#messages/local-text.ts';
import { among } from '#office/listing.ts';
import { narrowRows } from '#office/narrow-row.ts';
import { wayOf, type Noun } from '#office/permission.ts';
import { sight } from '#office/publication.ts';
import { settingNow } from '#office/setting/read.ts';
import { sightOf, tables, titleOf } from '#office/tables.ts';
import type { Staff } from '#office/viewer.ts';

/** What is missing of a record: acts not found and facts not known of an agreement, `english`, `englishOutdated`, `owner`. */
export type Incomplete = { readonly noun: Noun; readonly id: string; readonly code: string; readonly title: LocalText | null; readonly lacks: readonly string[]; readonly way: 'act' | 'propose' };

type Row = Omit<Incomplete, 'noun' | 'lacks' | 'way'> & { lacks: string[]; english: TextState | 'unasked'; owned: boolean; publication: typeof agreement.$inferSelect.publication; createdBy: string | null; changedAt: Date };

const looked = 40;

/**
 * Records that lack something and that the viewer may revise or propose to, those worked on last on top, at most
 * `limit`. Each read ends after a few rows of an order that an index keeps.
 */
export async function incomplete(viewer: Staff, limit: number): Promise<Incomplete[]> {
  const found = await Promise.all([
    agreements(viewer).then(named('agreement')), others(viewer, 'membership').then(named('membership')), others(viewer, 'project').then(named('project')),
    others(viewer, 'programme').then(named('programme')), others(viewer, 'organisation').then(named('organisation')),
  ]);
  const office = { four_eyes: await settingNow('four_eyes') };
  return found.flat().flatMap(({ noun, publication, createdBy, changedAt, ...row }) => {
    const way = wayOf(viewer, `${noun}.revise`, noun, { id: row.id, publication, createdBy }, office);
    return way ? [{ noun, way, changedAt, ...row }] : [];
  }).toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime()).slice(0, limit)
    .map(({ noun, id, code, title, lacks, english, owned, way }) => ({ noun, id, code, title, way, lacks: [...lacks, ...englishLack(english), ...(owned ? [] : ['owner'])] }));
}

function named(noun: Noun) {
  return (rows: readonly Row[]) => rows.map((row) => ({ noun, ...row }));
}

function englishLack(state: Row['english']): string[] {
  if (state === 'outdated') return ['englishOutdated'];
  return state === 'missing' ? ['english'] : [];
}

async function agreements(viewer: Staff): Promise<Row[]> {
  const index = agreementIndex;
  const lacking = or(sql`${index.lacks} <> '{}'`, sql`${index.english} in ('missing', 'outdated')`, isNull(index.ownerId));
  const few = reader().select({ id: index.id, changedAt: index.changedAt, lacks: index.lacks, english: index.english, owned: sql<boolean>`${index.ownerId} is not null`.as('owned') }).from(index)
    .where(and(sight(viewer, 'agreement', index), lacking)).orderBy(desc(index.changedAt)).limit(looked).as('few');
  return reader().select({
    id: agreement.id, code: agreement.code, title: agreement.title, lacks: few.lacks, english: few.english, owned: few.owned, publication: agreement.publication,
    createdBy: agreement.createdBy, changedAt: agreement.changedAt,
  }).from(few).innerJoin(agreement, eq(agreement.id, few.id));
}

async function others(viewer: Staff, noun: 'membership' | 'project' | 'programme' | 'organisation'): Promise<Row[]> {
  const { table } = tables[noun];
  const row = narrowRows[noun];
  const english = 'english' in row ? sql<Row['english']>`${row.english}` : sql<Row['english']>`'unasked'`;
  const owned = 'ownerId' in row ? sql<boolean>`${row.ownerId} is not null` : sql<boolean>`true`;
  const few = await reader().select({ id: row.id, english, owned }).from(row).where(and(sightOf(viewer, noun), sql`(${english} in ('missing', 'outdated') or not ${owned})`)).orderBy(desc(row.changedAt)).limit(looked);
  if (few.length === 0) return [];
  const lacking = new Map(few.map((one) => [one.id, one]));
  const rows = await reader().select({
    id: table.id, code: table.code, title: titleOf(viewer, noun), publication: table.publication, createdBy: table.createdBy, changedAt: table.changedAt,
  }).from(table).where(and(among(table.id, [...lacking.keys()]), sightOf(viewer, noun)));
  return rows.flatMap((one) => {
    const lacks = lacking.get(one.id);
    return lacks ? [{ ...one, lacks: [], english: lacks.english, owned: lacks.owned }] : [];
  });
}
