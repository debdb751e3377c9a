import type { Link } from './lines.ts';
import { readSeal } from './seal.ts';

/** The last link: the change's number, its place in the chain, and the mac in hexadecimal. Written `change/place/mac`. */
export type Head = { readonly seq: bigint; readonly position: bigint; readonly mac: string };

/** How a written head looks, for finding it in a text. */
export const headPattern = /\b\d+\/\d+\/[0-9a-f]{64}\b/g;

export function writtenHead({ seq, position, mac }: Head): string {
  return `${seq}/${position}/${mac}`;
}

/** Null for a text that is no head. */
export function readHead(text: string): Head | null {
  const [, seq, position, mac] = /^(\d{1,19})\/(\d{1,19})\/([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return seq && position && mac ? { seq: BigInt(seq), position: BigInt(position), mac } : null;
}

/** The head that ends with this change; null where it bears no seal, or bytes that are none. */
export function headAt(link: Pick<Link, 'seq' | 'seal'> | null): Head | null {
  const seal = link?.seal ? readSeal(link.seal) : null;
  return link && seal ? { seq: link.seq, position: seal.position, mac: seal.mac.toString('hex') } : null;
}
