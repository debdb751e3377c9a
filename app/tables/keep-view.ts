import type { Posted } from '#app/act.ts';
import { isRegister, registers } from '#app/registers.ts';
import { refused, type Outcome } from '#office/outcome.ts';
import type { NewViewEntry, ViewEntry } from '#office/saved-view/entry.ts';
import { dropView, keepView, renameView } from '#office/saved-view/write.ts';
import type { Viewer } from '#office/viewer.ts';
import { askedInText, queryOf } from './asked.ts';
import { settingFor } from './setting.ts';
import { tables } from './tables.ts';

const nowhere = refused(404, { field: '', rule: 'notFound' });

/** Keeps what the table's address asks, as far as it is understood: nothing else of an address comes in. */
export async function keepTableView(viewer: Viewer, { entry }: Posted<NewViewEntry>): Promise<Outcome<{ id: string }>> {
  if (!isRegister(entry.register)) return nowhere;
  if (viewer.kind !== 'staff') return refused(403, { field: '', rule: 'notAllowed' });
  const { kept } = await askedInText(tables[entry.register], await settingFor(viewer, viewer.writtenForm), entry.query);
  return keepView(viewer, registers[entry.register].noun, { ...entry, query: queryOf(kept) });
}

export async function renameTableView(viewer: Viewer, { entry, id }: Posted<ViewEntry>): Promise<Outcome<{ id: string }>> {
  return isRegister(entry.register) ? renameView(viewer, registers[entry.register].noun, id, entry) : nowhere;
}

export async function dropTableView(viewer: Viewer, { entry: { register }, id }: Posted<{ register: string }>): Promise<Outcome<{ id: string }>> {
  return isRegister(register) ? dropView(viewer, registers[register].noun, id, register) : nowhere;
}

/** The table as the view that was just kept asks for it, below the written form. */
export function tableOfView(register: string, query: string): string {
  return `/workspace/${register}${query ? `?${new URLSearchParams(query)}` : ''}`;
}
