import { bigint, customType, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { instant } from '#db/columns.ts';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/** One committed act of a person or the system: who, what, when, why. Append-only. */
export const change = pgTable('change', {
  seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull().default(sql`clock_timestamp()`),
  actorKind: text('actor_kind').$type<'person' | 'system'>().notNull(),
  actorId: uuid('actor_id'),
  sessionHash: text('session_hash'),
  requestId: uuid('request_id').unique(),
  action: text('action').notNull(),
  noun: text('noun').notNull(),
  recordId: uuid('record_id').notNull(),
  reason: text('reason'),
  /** The transaction it was entered in; the trigger compares it with its own. */
  transaction: xid8('transaction').notNull().default(sql`pg_current_xact_id()`),
  /** Seal over the one before, this row and its revisions (db/chain/seal.ts); empty until the sealing job has passed. */
  mac: bytea('mac'),
}, (t) => [
  index('change_record').on(t.recordId, t.seq), index('change_actor').on(t.actorId, t.seq), index('change_at').on(t.at),
  index('change_sealed').on(sql`substring(${t.mac} from 1 for 8)`, t.seq).where(sql`mac is not null`), index('change_unsealed').on(t.seq).where(sql`mac is null`),
]);

/** One touched row of one change, before and after. Written by the trigger alone. */
export const revision = pgTable('revision', {
  seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  changeSeq: bigint('change_seq', { mode: 'number' }).notNull().references(() => change.seq),
  tableName: text('table_name').notNull(),
  rowId: uuid('row_id').notNull(),
  before: jsonb('before').$type<Record<string, unknown>>(),
  after: jsonb('after').$type<Record<string, unknown>>(),
  /** Always empty: a revision is sealed with its change. */
  mac: bytea('mac'),
}, (t) => [index('revision_change').on(t.changeSeq), index('revision_row').on(t.rowId, t.seq)]);
