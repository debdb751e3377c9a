import { and, asc, desc, eq, exists, inArray, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
import { agreement } from '#db/schema/agreement.ts';
import { correctionNote } from '#db/schema/correction.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { organisation } from '#db/schema/organisation.ts';
import { programme } from '#db/schema/programme.ts';
import { project } from '#db/schema/project.ts';
import { belgradeToday } from '#messages/dates.ts';
import type { LocalText } from '#messages/local-text.ts';
import { milestoneTold } from '#office/milestone/sight.ts';
import { sight, told } from '#office/publication.ts';
import { references, type Reference } from '#office/reference.ts';
import type { Referred } from '#office/referred.ts';
import { visitor } from '#office/viewer.ts';
import { pageFolder } from './register.ts';

/** What the public last learnt of a record, and when; `page` is where the site tells of it, without the written form. */
export type Told = {
  readonly id: string; readonly noun: Referred; readonly code: string; readonly name: LocalText | null; readonly kind: string | null;
  readonly news: 'published' | 'corrected' | 'withdrawn'; readonly at: Date; readonly publishedAt: Date | null;
  /** Of a withdrawal, as the public reads it. */
  readonly reason: LocalText | null;
  /** What the office tells of a correction in its own words. */
  readonly note: LocalText | null;
  readonly page: string;
};

/**
 * The `limit` records that were last published, corrected or withdrawn, newest first, each once. It is what everybody may
 * know: a withdrawn record is told of by its name and the reason, as its own page does. The City itself is no record here.
 */
export async function latestInRegister(limit: number): Promise<Told[]> {
  const found = await Promise.all([
    last('agreement', agreement, { name: agreement.title, kind: agreement.type }, told(agreement), limit),
    last('programme', programme, { name: programme.name }, told(programme), limit),
    last('project', project, { name: project.title }, told(project), limit),
    last('organisation', organisation, { name: organisation.name, kind: organisation.kind }, and(told(organisation), eq(organisation.isSelf, false)), limit),
    last('milestone', milestone, { name: milestone.title, kind: milestone.kind, ...owners }, milestoneTold(), limit),
    last('membership', membership, { membershipId: membership.id, networkId: membership.networkId }, and(told(membership), inPublicNetwork()), limit),
  ]);
  const newest = found.flat().toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.code < b.code ? -1 : 1)).slice(0, limit);
  const named = await references(visitor, newest.flatMap(ownersOf));
  const notes = await notesOn(newest);
  return newest.map((row) => ({ ...tell(row, ownersOf(row).flatMap(({ id }) => named.get(id ?? '') ?? [])[0]), note: notes.get(row.id) ?? null }));
}

type Table = PgTable & Record<'id' | 'code' | 'slug' | 'publication' | 'publishedAt' | 'correctedAt' | 'withdrawnAt' | 'withdrawnReason', AnyPgColumn>;
type Row = {
  noun: Referred; id: string; code: string; slug: string; publication: Publication; publishedAt: Date | null; correctedAt: Date | null; withdrawnAt: Date | null;
  reason: LocalText | null; at: Date; name?: LocalText | null; kind?: string | null;
  agreementId?: string | null; membershipId?: string | null; projectId?: string | null; programmeId?: string | null; networkId?: string | null;
};

const owners = { agreementId: milestone.agreementId, membershipId: milestone.membershipId, projectId: milestone.projectId, programmeId: milestone.programmeId };

async function last(noun: Referred, table: Table, own: Record<string, AnyPgColumn>, rule: SQL | undefined, limit: number): Promise<Row[]> {
  const newest = sql`greatest(${table.publishedAt}, ${table.correctedAt}, ${table.withdrawnAt})`;
  const rows = await reader().select({
    id: table.id, code: table.code, slug: table.slug, publication: table.publication, publishedAt: table.publishedAt, correctedAt: table.correctedAt,
    withdrawnAt: table.withdrawnAt, reason: table.withdrawnReason, ...own,
  }).from(table).where(and(rule, sql`${newest} is not null`)).orderBy(desc(newest), asc(table.code)).limit(limit) as unknown as Omit<Row, 'noun' | 'at'>[];
  return rows.map((row) => ({ ...row, noun, at: latestOf(row) }));
}

function latestOf({ publishedAt, correctedAt, withdrawnAt }: Pick<Row, 'publishedAt' | 'correctedAt' | 'withdrawnAt'>): Date {
  return new Date(Math.max(...[publishedAt, correctedAt, withdrawnAt].map((at) => at?.getTime() ?? 0)));
}

/** A membership's page is its network's. */
function inPublicNetwork(): SQL {
  return exists(reader().select({ one: sql`1` }).from(organisation).where(and(eq(organisation.id, membership.networkId), sight(visitor, 'organisation', organisation))));
}

function ownersOf({ noun, agreementId = null, membershipId = null, projectId = null, programmeId = null, networkId = null }: Row): { noun: Referred; id: string | null }[] {
  if (noun === 'membership') return [{ noun: 'organisation', id: networkId }];
  return [
    { noun: 'agreement', id: agreementId }, { noun: 'membership', id: membershipId }, { noun: 'project', id: projectId }, { noun: 'programme', id: programmeId },
  ];
}

/** What was told last of those records that were corrected on that very day. */
async function notesOn(rows: readonly Row[]): Promise<Map<string, LocalText>> {
  const days = new Map(rows.flatMap(({ id, at, correctedAt, publication }) => (publication === 'published' && correctedAt?.getTime() === at.getTime() ? [[id, belgradeToday(at)] as const] : [])));
  if (days.size === 0) return new Map();
  const said = await reader().select({ id: correctionNote.recordId, on: correctionNote.on, text: correctionNote.text }).from(correctionNote)
    .where(inArray(correctionNote.recordId, [...days.keys()])).orderBy(asc(correctionNote.changeSeq));
  return new Map(said.filter(({ id, on }) => days.get(id) === on).map(({ id, text }) => [id, text]));
}

function tell({ id, noun, code, slug, name = null, kind = null, publication, publishedAt, correctedAt, at, reason }: Row, owner: Reference | undefined): Omit<Told, 'note'> {
  const news = publication === 'withdrawn' ? 'withdrawn' : correctedAt?.getTime() === at.getTime() ? 'corrected' : 'published';
  const own = owner && !pageFolder({ noun, kind }) ? owner : { noun, kind, slug };
  const page = noun === 'membership' && owner ? `/networks/${owner.slug}` : `/${pageFolder(own) ?? 'milestones'}${pageFolder(own) ? `/${own.slug}` : ''}`;
  return { id, noun, code, kind, name: noun === 'membership' ? owner?.name ?? null : name, news, at, publishedAt, reason: publication === 'withdrawn' ? reason : null, page };
}
