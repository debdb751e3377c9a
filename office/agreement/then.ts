import { inCode, type HeldRow } from '#office/in-code.ts';
import type { Act, Party } from './agreement.ts';
import { termsOf } from './situation.ts';
import { standingOn, type Standing } from './standing.ts';

/** Where an agreement stood on this ISO day, by the rows that the register held then (office/audit/as-of.ts). */
export function standingThen({ row, parts }: { readonly row: HeldRow; readonly parts: ReadonlyMap<string, readonly HeldRow[]> }, day: string): Standing {
  const rows = (table: string) => (parts.get(table) ?? []).map(inCode);
  const facts = { terms: termsOf(inCode(row) as Parameters<typeof termsOf>[0]), parties: rows('agreement_party') as unknown as Party[], acts: rows('agreement_act') as unknown as Act[] };
  return standingOn(facts, day);
}
