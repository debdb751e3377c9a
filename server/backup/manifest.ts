import { z } from 'zod';
import { Unreadable } from './unreadable.ts';

const count = z.int().min(0);
const table = z.strictObject({ name: z.string().regex(/^[a-z_0-9]+$/), columns: z.array(z.string()).min(1), rows: count, parts: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** What stands in an archive, written when all of it has been: the last entry, `manifest.json`. */
const manifest = z.strictObject({
  format: z.literal('povelja-backup-1'),
  madeAt: z.string(),
  version: z.string(),
  postgres: z.string(),
  /** The numbered migrations that the database had, in order, with the hash of each file. */
  migrations: z.array(z.strictObject({ name: z.string(), hash: z.string() })),
  tables: z.array(table),
  /** Derived from the others, and derived anew by a restore. */
  leftOut: z.array(z.string()),
  /** The last number given out, as text; null where none was. */
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().nullable() })),
  ledger: z.strictObject({ head: z.string().nullable(), unsealed: count }),
});

export type Manifest = z.infer<typeof manifest>;
export type TableInside = z.infer<typeof table>;

export const manifestName = 'manifest.json';

/** Throws Unreadable for anything but a manifest of this format. */
export function readManifest(bytes: Buffer): Manifest {
  const parsed = manifest.safeParse(jsonIn(bytes));
  if (!parsed.success) throw new Unreadable('its manifest is of another format, perhaps of a newer version');
  return parsed.data;
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
