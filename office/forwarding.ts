import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Addressed, Noun } from './permission.ts';
import { isId, recordHead, type RecordHead } from './record.ts';
import type { Viewer } from './viewer.ts';

/** Where a record stands now; `kind` of an organisation says in which register. */
export type AddressNow = { readonly slug: string; readonly kind: string | null };

/**
 * Where the record stands now that this address once led to: one that had the slug before, one that was merged into
 * another (through as many as it takes), or an organisation that had this name. Null where there is none, where the
 * way leads in a circle, and where the record at its end was never public. A withdrawn record is led to: its own
 * address says why it is gone.
 */
export async function addressNow(noun: Addressed, old: string): Promise<AddressNow | null> {
  const isOrganisation = noun === 'organisation';
  const found = await led(noun, isOrganisation ? sql`${begunAt(noun, old)} union ${begunAtName(old)}` : begunAt(noun, old));
  return found && found.slug !== old ? found : null;
}

/** The record into which this one was merged, through as many as it takes; null where it was not, or where the viewer may not see that one. */
export async function mergedInto(viewer: Viewer, noun: Noun, id: string): Promise<RecordHead | null> {
  if (!isId(id)) return null;
  const table = sql.identifier(noun);
  const { rows: [end] } = await reader().execute<{ id: string }>(sql`
    with recursive way(id, onward, steps) as (
      select id, merged_into_id, 1 from ${table} where id = ${id} and merged_into_id is not null
      union select next.id, next.merged_into_id, way.steps + 1 from way join ${table} next on next.id = way.onward where way.steps < 20
    )
    select id from way where onward is null limit 1`);
  return end ? recordHead(viewer, noun, end.id) : null;
}

async function led(noun: Addressed, begun: ReturnType<typeof sql>): Promise<AddressNow | null> {
  const table = sql.identifier(noun);
  // Only an organisation has a kind, and the City itself is no partner.
  const [kind, shown] = noun === 'organisation' ? [sql`now.kind`, sql`not now.is_self`] : [sql`null::text`, sql`true`];
  const { rows: [end] } = await reader().execute<{ slug: string; kind: string | null }>(sql`
    with recursive way(id, onward, steps) as (
      select id, merged_into_id, 1 from ${table} where id in (${begun})
      union select next.id, next.merged_into_id, way.steps + 1 from way join ${table} next on next.id = way.onward where way.steps < 20
    )
    select now.slug, ${kind} as kind from way join ${table} now on now.id = way.id
    where way.onward is null and now.publication in ('published', 'withdrawn') and ${shown} order by way.steps, now.code limit 1`);
  return end ?? null;
}

/** A slug that the record had; else that of one which was merged away. */
function begunAt(noun: Addressed, old: string) {
  return sql`
    select record_id from slug_history where noun = ${noun} and slug = ${old}
    union select id from ${sql.identifier(noun)} where slug = ${old} and merged_into_id is not null`;
}

/** Where no organisation stands at the address: a name or acronym that one had. */
function begunAtName(old: string) {
  return sql`
    select held.organisation_id from organisation_name held
      cross join lateral jsonb_each(held.name) named cross join lateral jsonb_each(coalesce(held.acronym, '{}'::jsonb) || '{"none": null}'::jsonb) short
      where not exists (select 1 from organisation where slug = ${old} and publication in ('published', 'withdrawn'))
        and (${asSlug(sql`named.value`)} = ${old} or ${asSlug(sql`short.value`)} = ${old})`;
}

/** The same steps as `slugOf`; what is no text in a written form has none. */
function asSlug(value: ReturnType<typeof sql>) {
  return sql`case when jsonb_typeof(${value}) = 'object' and ${value} ? 'text' then trim(both '-' from left(regexp_replace(povelja_fold(${value} ->> 'text'), '[^a-z0-9]+', '-', 'g'), 80)) end`;
}
