import { sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Reference } from '#office/reference.ts';
import { first } from './column.ts';
import { dayOf, ownerFields, partiesOf } from './identity.ts';
import type { ImportNoun } from './import.ts';

/** Of records of one name those that may be the one of a row by its parties, by what it belongs to and by its day: a register may hold many an “annual report”. */
export async function narrowed(noun: ImportNoun, those: readonly Reference[], values: FormValues): Promise<readonly Reference[]> {
  const which = noun === 'agreement' ? withParties(those, values) : noun === 'milestone' ? withOwners(those, values) : null;
  if (!which) return those;
  const { rows } = await reader().execute<{ id: string }>(which);
  const left = new Set(rows.map(({ id }) => id));
  return those.filter(({ id }) => left.has(id));
}

function withParties(those: readonly Reference[], values: FormValues): SQL | null {
  const parties = [...new Set(partiesOf(values))];
  return parties.length === 0 ? null : sql`
    select agreement_id as id from agreement_party where agreement_id = any(${uuids(those.map(({ id }) => id))}) and organisation_id = any(${uuids(parties)})
    group by agreement_id having count(distinct organisation_id) = ${parties.length}`;
}

function withOwners(those: readonly Reference[], values: FormValues): SQL {
  const owners = ownerFields.map((field) => first(values, field)).filter(Boolean);
  const day = dayOf(values);
  // The day as the identity has it: the planned one, else the one on which it was done.
  return sql`
    select m.id from milestone m left join lateral (select "on" from milestone_act where milestone_id = m.id and kind = 'done' order by position limit 1) as done on true
    where m.id = any(${uuids(those.map(({ id }) => id))}) and ${uuids(owners)} <@ array[m.agreement_id, m.membership_id, m.project_id, m.programme_id]
      and (${day} = '' or coalesce(m.planned ->> 'edtf', done."on" ->> 'edtf', '') in ('', ${day}))`;
}

function uuids(ids: readonly string[]): SQL {
  return sql`${sql.param(`{${ids.join(',')}}`)}::uuid[]`;
}
