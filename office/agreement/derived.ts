import { arrayContains, asc, eq, getTableColumns, inArray, sql, type InferSelectModel } from 'drizzle-orm';
import type { PgInsertValue } from 'drizzle-orm/pg-core';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { agreement, agreementAct, agreementParty } from '#db/schema/agreement.ts';
import { organisation } from '#db/schema/organisation.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Transaction } from '#office/pen.ts';
import { lastDate } from './force.ts';
import type { Act, Party } from './agreement.ts';
import { termsOf } from './situation.ts';
import { standingDays } from './standing-days.ts';
import { englishOf, watchedOn } from './watched.ts';

/** Stepped whenever a row would be derived otherwise than before, the rules of standing included: the next start derives all anew. */
export const indexRule = 3;

type IndexRow = PgInsertValue<typeof agreementIndex>;
type Row = InferSelectModel<typeof agreement>;

/**
 * Derives the narrow rows of these agreements anew, in the transaction that changed them. Their organisations are held
 * meanwhile, so that a change of a country in another transaction comes before or after, and not between. `today` is the ISO
 * day that is watched from.
 */
export async function deriveAgreements(db: Transaction, ids: readonly string[], today: string): Promise<void> {
  const rows = await db.select().from(agreement).where(inArray(agreement.id, [...ids]));
  const parties = Map.groupBy(await partiesOf(db, ids), ({ agreementId }) => agreementId);
  const acts = Map.groupBy(await db.select().from(agreementAct).where(inArray(agreementAct.agreementId, [...ids])).orderBy(asc(agreementAct.position)), ({ agreementId }) => agreementId);
  const derived = rows.map((row) => rowOf(row, parties.get(row.id) ?? [], (acts.get(row.id) ?? []) as readonly Act[], today));
  if (derived.length === 0) return;
  const { id: _id, ...columns } = getTableColumns(agreementIndex);
  const anew = Object.fromEntries(Object.entries(columns).map(([key, { name }]) => [key, sql`excluded.${sql.identifier(name)}`]));
  await db.insert(agreementIndex).values(derived).onConflictDoUpdate({ target: agreementIndex.id, set: anew });
}

/** An organisation changed: the countries of the agreements that it is a party of follow. */
export async function deriveCountries(db: Transaction, organisationId: string): Promise<void> {
  const countries = sql`coalesce((select array_agg(distinct o.country order by o.country) from organisation o
    where o.id = any(${agreementIndex.partyIds}) and o.publication = 'published' and o.country is not null), '{}')`;
  await db.update(agreementIndex).set({ countries, writtenIn: sql`pg_current_xact_id()` })
    .where(sql`${arrayContains(agreementIndex.partyIds, [organisationId])} and ${agreementIndex.countries} is distinct from ${countries}`);
}

type PartyOfIt = Awaited<ReturnType<typeof partiesOf>>[number];

function rowOf(row: Row, parties: readonly PartyOfIt[], acts: readonly Act[], today: string): IndexRow {
  const facts = { terms: termsOf(row), parties: parties as readonly Party[], acts };
  const [days, watched] = [standingDays(facts), watchedOn(facts, today)];
  const others = parties.filter(({ isSelf }) => !isSelf);
  const signedOn = lastDate(acts, 'signature');
  const titleIn = (form: WrittenForm) => sql<string>`(select povelja_order_text(${agreement.title}, ${form}) from ${agreement} where ${agreement.id} = ${row.id})`;
  return {
    id: row.id, version: row.version, rule: indexRule, code: row.code, publication: row.publication, createdBy: row.createdBy, mergedIntoId: row.mergedIntoId, ownerId: row.ownerId,
    changedAt: row.changedAt, type: row.type, procedure: row.procedure, verification: row.verification, fields: row.fields,
    partyIds: [...new Set(others.map(({ organisationId }) => organisationId))],
    countries: [...new Set(others.flatMap(({ country, publication }) => (country && publication === 'published' ? [country] : [])))].toSorted(),
    signedFrom: signedOn?.earliest ?? null, signedTo: signedOn?.latest ?? null, standingFrom: [...days.from], standings: [...days.standings],
    ...watched, lacks: [...watched.lacks], nameCyrl: titleIn('sr-Cyrl'), nameLatn: titleIn('sr-Latn'), nameEn: titleIn('en'), english: englishOf([row.title, row.summary]),
  };
}

async function partiesOf(db: Transaction, ids: readonly string[]) {
  return db.select({
    id: agreementParty.id, agreementId: agreementParty.agreementId, organisationId: agreementParty.organisationId, side: agreementParty.side,
    role: agreementParty.role, signatory: agreementParty.signatory,
    isSelf: organisation.isSelf, country: organisation.country, publication: organisation.publication,
  }).from(agreementParty).innerJoin(organisation, eq(organisation.id, agreementParty.organisationId))
    .where(inArray(agreementParty.agreementId, [...ids])).orderBy(asc(agreementParty.position)).for('share', { of: organisation });
}
