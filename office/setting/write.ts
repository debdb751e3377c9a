import { eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { person } from '#db/schema/person.ts';
import { setting } from '#db/schema/setting.ts';
import { change, type Act, type Entered } from '#office/change.ts';
import { refused, type Outcome } from '#office/outcome.ts';
import type { Pen, RecordTable } from '#office/pen.ts';
import type { Viewer } from '#office/viewer.ts';
import { isInDays, isSettingKey, type SettingKey, type SettingValue } from './setting.ts';
import type { SettingEntry } from './setting-entry.ts';

/** Chooses for the whole office; the ledger keeps who, when and why. 409 where somebody chose meanwhile, 422 where nothing would change. */
export async function changeSetting(viewer: Viewer, { entry, version, requestId }: { entry: Omit<SettingEntry, 'days'> & Partial<Pick<SettingEntry, 'days'>>; version?: number; requestId?: string }): Promise<Outcome<Entered>> {
  const { key, reason } = entry;
  if (!isSettingKey(key)) return refused(404, { field: '', rule: 'notFound' });
  const field = isInDays(key) ? 'days' : 'value';
  const value = entry[field] ?? null;
  if (value === null) return refused(422, { field, rule: 'required' });
  const chosen = { key, value };
  const [held] = await reader().select({ id: setting.id }).from(setting).where(eq(setting.key, key));
  const act: Act<typeof table> = { action: 'setting.change', table, requestId, reason };
  if (held) {
    return change(viewer, { ...act, id: held.id, version }, (pen, row) => {
      // Whoever opened the form while nobody had chosen yet has not seen what was chosen since.
      if (version === undefined && viewer.kind === 'staff') pen.refuse({ field: '', rule: 'stale' });
      return row.value === value ? pen.refuse({ field, rule: 'sameSetting' }) : choose(pen, chosen, () => pen.revise(table, { value }));
    });
  }
  return change(viewer, act, async (pen) => {
    // Of two who choose for the first time at once, the second is told.
    await pen.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`setting.${key}`}, 0))`);
    const [now] = await pen.db.select({ id: setting.id }).from(setting).where(eq(setting.key, key));
    if (now) pen.refuse({ field: '', rule: 'stale' });
    await choose(pen, chosen, () => pen.draft(table, { key, value }));
  });
}

/** Who has no second factor himself would lock himself out, perhaps with everybody else, by requiring one. */
async function choose(pen: Pen, { key, value }: { readonly key: SettingKey; readonly value: SettingValue }, write: () => Promise<void>): Promise<void> {
  if (value && key.startsWith('second_factor_') && pen.viewer.kind === 'staff') {
    const [held] = await pen.db.select({ since: person.secondFactorSince }).from(person).where(eq(person.id, pen.viewer.id));
    if (!held?.since) pen.refuse({ field: 'value', rule: 'ownFactorFirst' });
  }
  await write();
  // Public pages name these terms, and by when is decided, so those that are kept step on.
  if (key === 'portal_terms' || key === 'decide_days') await pen.db.execute(sql`select pg_notify('povelja_public', 'setting')`);
}

const table = setting satisfies RecordTable;
