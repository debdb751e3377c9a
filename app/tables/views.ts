import { listAddress } from '#components/list-address.ts';
import type { TableView } from '#components/table/views.tsx';
import { words } from '#messages/words.ts';
import { viewsOf } from '#office/saved-view/read.ts';
import { hasFew } from '#office/rows.ts';
import { registers } from '#app/registers.ts';
import { askedInText, queryOf, type AskedTable } from './asked.ts';
import type { Setting } from './filter.ts';
import type { AnyTable } from './register-table.ts';

/**
 * The views of a register as tabs: those given to everybody, then the viewer's own, then shared ones. How many records each holds is
 * counted while the register is small, since every count reads it; a large one says only how many the open view holds.
 */
export async function tableViews(table: AnyTable, setting: Setting, path: string, { kept, filters }: AskedTable): Promise<TableView[]> {
  const t = words(setting.form, 'record.views');
  const given = table.views.map(({ key, query }) => ({ id: key, name: t(key), query: new URLSearchParams(query).toString(), isShared: false, isOwn: false }));
  const views = [...given, ...await viewsOf(setting.viewer, table.register)];
  const counted = await hasFew(registers[table.register].noun);
  const now = sameView(queryOf(kept));
  const read = await Promise.all(views.map(({ query }) => askedInText(table, setting, query, query.includes('party=') ? undefined : filters)));
  const counts = counted ? await table.listing.counts(setting.viewer, read.map(({ asked }) => asked), setting.today) : [];
  return views.map(({ id, name, query, isShared, isOwn }, place) => {
    const { kept: understood = {}, strange = [] } = read[place] ?? {};
    // What is not understood stays in the address, so that the page says it rather than show more than the view names.
    return { id, name, href: strange.length ? `${path}?${query}` : listAddress(path, understood), isShared: isShared && !isOwn, isCurrent: sameView(queryOf(understood)) === now, count: counts[place] ?? null };
  });
}

/** A view is the same whatever the order of its parameters and the length of its pages. */
function sameView(query: string): string {
  return query.split('&').filter((part) => part && !part.startsWith('per-page=')).toSorted().join('&');
}
