import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { parseFuzzyDate, fromParts, type FuzzyDate } from '#office/fuzzy-date.ts';
import { nearInTime } from '#office/near-in-time.ts';
import type { FormValues } from '#office/outcome.ts';
import { isNear } from './nearness.ts';
import { nearNames } from './names.ts';

/**
 * Agreements with just these parties and near in title or, where `by` is those, of this type and near in time; and those of the same title whoever
 * their parties are.
 */
export async function nearAgreements(fields: FormValues, titles: readonly string[], but: string, by: 'the same parties' | 'titles alone'): Promise<string[]> {
  const parties = [...new Set(Object.entries(fields).flatMap(([name, [id = '']]) => (/^parties\.\d+\.organisationId$/.test(name) && isId(id) ? [id] : [])))];
  const type = fields.type?.[0] ?? '';
  const on = dateOf(fields, 'validFrom');
  const held = parties.length ? await withParties(parties) : [];
  const same = held.filter((one) => (by === 'the same parties' && one.type === type && nearInTime(on, one)) || titles.some((title) => one.called.split('\n').some((line) => isNear(title, line))));
  const named = (await nearNames('agreement', [], titles, but));
  return [...new Set([...same.map(({ id }) => id), ...named])].filter((id) => id !== but);
}

type Held = { id: string; type: string | null; called: string; earliest: string | null; latest: string | null } & Record<string, unknown>;

/** Agreements whose parties besides the City are these and no others; with one party, all that it is a party of. */
async function withParties(parties: readonly string[]): Promise<Held[]> {
  const { rows } = await reader().execute<Held>(sql`
    with others as (select id from organisation where id = any(${sql.param(`{${parties.join(',')}}`)}::uuid[]) and not is_self)
    select a.id, a.type, coalesce(e.called, '') as called, coalesce(signed.earliest, a.valid_from ->> 'earliest') as earliest, coalesce(signed.latest, a.valid_from ->> 'latest') as latest
    from (select p.agreement_id as id from agreement_party p join organisation o on o.id = p.organisation_id and not o.is_self
        where p.agreement_id in (select agreement_id from agreement_party where organisation_id in (select id from others))
        group by p.agreement_id
        having count(distinct p.organisation_id) filter (where p.organisation_id in (select id from others)) = (select count(*) from others)
          and count(distinct p.organisation_id) = (select count(*) from others) limit 500) as found
      join agreement a using (id) left join search_entry e using (id)
      left join lateral (select min("on" ->> 'earliest') as earliest, max("on" ->> 'latest') as latest from agreement_act where agreement_id = a.id and kind = 'signature') as signed on true
    order by a.changed_at desc`);
  return rows;
}

/** The date that a form's fields say, as far as they say one. */
export function dateOf(fields: FormValues, name: string): FuzzyDate | null {
  const part = (key: string) => fields[`${name}.${key}`]?.[0] ?? '';
  return fromParts({ day: part('day'), month: part('month'), year: part('year'), approximate: part('approximate') !== '' }) ?? parseFuzzyDate(part('edtf'));
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

