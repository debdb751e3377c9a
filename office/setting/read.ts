import { and, desc, eq, inArray, isNull, or, gte, sql } from 'drizzle-orm';
import { reader, type Reader } from '#db/client.ts';
import { change, revision } from '#db/schema/ledger.ts';
import { grantOfRight, person, personal } from '#db/schema/person.ts';
import { setting } from '#db/schema/setting.ts';
import type { Viewer } from '#office/viewer.ts';
import { isSettingKey, portalTerms, settingKeys, usualSettings, type SettingKey, type SettingValue } from './setting.ts';

/** What holds now. Inside a change it is read with the change's own `db`. */
export async function settingNow<K extends SettingKey>(key: K, db: Pick<Reader, 'select'> = reader()): Promise<SettingValue<K>> {
  const [held] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return valueOf(key, held?.value) as SettingValue<K>;
}

export type SettingLine = Awaited<ReturnType<typeof settingsOf>>[number];

/** The address of the terms under which what is published may be used; null while the office has not said. */
export async function dataTerms(): Promise<string | null> {
  return await settingNow('portal_terms') ? portalTerms : null;
}

/** Every setting with its value, its version and its history, newest first; empty for whoever is not an admin. */
export async function settingsOf(viewer: Viewer) {
  if (!managesSettings(viewer)) return [];
  const held = await reader().select({ id: setting.id, key: setting.key, value: setting.value, version: setting.version }).from(setting);
  const ids = held.map(({ id }) => id);
  const past = ids.length === 0 ? [] : await reader().select({
    seq: change.seq, at: change.at, actorId: change.actorId, actor: personal.value, reason: change.reason, key: sql<string>`${revision.after} ->> 'key'`, value: sql<boolean | number>`${revision.after} -> 'value'`,
  }).from(revision).innerJoin(change, eq(change.seq, revision.changeSeq))
    .leftJoin(personal, and(eq(personal.ownerId, change.actorId), eq(personal.field, 'name')))
    .where(and(eq(revision.tableName, 'setting'), inArray(revision.rowId, ids))).orderBy(desc(change.seq)).limit(200);
  return settingKeys.map((key) => {
    const row = held.find((one) => one.key === key && isSettingKey(one.key));
    return {
      key, version: row?.version ?? 0, value: valueOf(key, row?.value),
      past: past.filter((one) => one.key === key).map(({ seq, at, actorId, actor, reason, value }) => ({ seq, at, actorId, actor, reason, value })),
    };
  });
}

/** How many people may put something before the public on this day (ISO), in whatever scope. */
export async function publishersOn(today: string): Promise<number> {
  const [counted] = await reader().select({ many: sql<number>`count(distinct ${grantOfRight.personId})::int` }).from(grantOfRight)
    .innerJoin(person, and(eq(person.id, grantOfRight.personId), isNull(person.deactivatedAt), or(isNull(person.expiresOn), gte(person.expiresOn, today))))
    .where(and(eq(grantOfRight.role, 'publisher'), or(isNull(grantOfRight.until), gte(grantOfRight.until, today))));
  return counted?.many ?? 0;
}

/** What was chosen, or what holds until somebody chooses. */
function valueOf(key: SettingKey, chosen: unknown): SettingValue {
  return typeof chosen === typeof usualSettings[key] ? chosen as SettingValue : usualSettings[key];
}

function managesSettings(viewer: Viewer): boolean {
  return viewer.kind === 'system' || (viewer.kind === 'staff' && viewer.grants.some(({ role, noun }) => role === 'admin' && noun === null));
}
