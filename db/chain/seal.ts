import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a seal covers of its change: the digest of the change's line, and number and digest of each of its revisions, ascending. */
export type Sealed = { readonly digest: Buffer; readonly revisions: readonly RevisionDigest[] };
export type RevisionDigest = { readonly seq: bigint; readonly digest: Buffer };

/** A seal read: its place in the chain, counted from 1, its mac, and the revisions that it was made over. */
export type Seal = { readonly position: bigint; readonly mac: Buffer; readonly revisions: readonly RevisionDigest[] };

const head = 8 + 32;
const each = 8 + 32;

/**
 * The seal of the change that follows on `previous` (null for the first):
 * position ‖ mac ‖ (number of a revision ‖ its SHA-256) for each of them, numbers as 8 bytes, the highest first, where
 * mac = HMAC-SHA256(key, mac of the previous seal ‖ position ‖ SHA-256 of the change's line ‖ the revisions as above).
 * docs/running.md says the same as a recipe.
 */
export function makeSeal(key: string, previous: Seal | null, { digest, revisions }: Sealed): Buffer {
  const position = number((previous?.position ?? 0n) + 1n);
  const list = Buffer.concat(revisions.flatMap((one) => [number(one.seq), one.digest]));
  return Buffer.concat([position, macOf(key, previous, position, digest, list), list]);
}

/** Null for bytes that are no seal. */
export function readSeal(bytes: Buffer): Seal | null {
  if (bytes.length < head || (bytes.length - head) % each !== 0) return null;
  const revisions: RevisionDigest[] = [];
  for (let at = head; at < bytes.length; at += each) revisions.push({ seq: bytes.readBigUInt64BE(at), digest: bytes.subarray(at + 8, at + each) });
  return { position: bytes.readBigUInt64BE(0), mac: bytes.subarray(8, head), revisions };
}

/** Whether a seal was made with this key, after this one, over this line of a change and the revisions that it lists. */
export function fits(key: string, previous: Seal | null, seal: Seal, digest: Buffer): boolean {
  const list = Buffer.concat(seal.revisions.flatMap((one) => [number(one.seq), one.digest]));
  return timingSafeEqual(seal.mac, macOf(key, previous, number(seal.position), digest, list));
}

function macOf(key: string, previous: Seal | null, position: Buffer, digest: Buffer, list: Buffer): Buffer {
  return createHmac('sha256', key).update(previous?.mac ?? '').update(position).update(digest).update(list).digest();
}

function number(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}
