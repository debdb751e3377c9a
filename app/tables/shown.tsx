import type { ReactNode } from 'react';
import { perPageChoices, type Query } from '#app/asked-list.ts';
import { registers, type RegisterName } from '#app/registers.ts';
import { staff } from '#app/viewer.ts';
import { openBulk } from '#app/[locale]/workspace/tables/[register]/actions.ts';
import { RegisterTable } from '#components/table/register-table.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { BulkVerb } from '#office/bulk/bulk.ts';
import { holds, permits, type Noun } from '#office/permission.ts';
import type { Staff } from '#office/viewer.ts';
import { askedTable, queryOf } from './asked.ts';
import { settingFor } from './setting.ts';
import { tables } from './tables.ts';
import { tableViews } from './views.ts';

/** The page of a register's table, as its address asks for it; `beside` are links to other ways of looking at it. */
export async function shownTable(register: RegisterName, form: WrittenForm, query: Query, beside?: ReactNode) {
  const viewer = await staff();
  const table = tables[register];
  const { noun } = registers[register];
  const setting = await settingFor(viewer, form);
  const path = `/${form}/workspace/${register}`;
  const read = await askedTable(table, setting, query);
  const { asked, filters, chosen, columns, shown, kept, strange } = read;
  const [list, views] = await Promise.all([table.listing.page(viewer, asked, setting.today), tableViews(table, setting, path, read)]);
  const lost = (asked.page ?? 1) > list.page ? [{ name: 'page', value: String(asked.page) }] : [];
  return (
    <RegisterTable
      words={table.words(setting)} beside={beside} register={register} path={path} besides={`/${form}/workspace/tables/${register}`} mayDraft={permits(viewer, `${noun}.draft`, null)}
      views={views} filters={filters.map((filter) => ({ ...filter, chosen: chosen[filter.name] }))} open={table.open} kept={kept} strange={[...strange, ...lost]}
      columns={columns} shown={shown} list={list} sort={asked.sort ?? table.order} perPage={asked.perPage ?? 25} perPageChoices={perPageChoices}
      bulk={{ verbs: verbsFor(viewer, noun, table.verbs), query: queryOf(kept), action: openBulk }}
    />
  );
}

/** What the viewer may do at least to some record of the noun. */
export function verbsFor(viewer: Staff, noun: Noun, verbs: readonly BulkVerb[]): BulkVerb[] {
  const role = { assign: 'editor', classify: 'contributor', verify: 'editor', publish: 'publisher', withdraw: 'publisher' } as const satisfies Record<BulkVerb, string>;
  const some = (wanted: (typeof role)[BulkVerb]) => holds(viewer, wanted, noun, null)
    || viewer.grants.some(({ noun: given, recordId, role: held }) => recordId !== null && given === noun && holds({ ...viewer, grants: [{ role: held, noun: null, recordId: null }] }, wanted, noun, null));
  return verbs.filter((verb) => some(role[verb]));
}
