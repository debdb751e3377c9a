import { createHash } from 'node:crypto';

/**
 * A UUID made from a name within a namespace that is a UUID itself (version 5, RFC 9562, section 5.5): the same in
 * every drawing of a feed, however often the record's slug changes.
 */
export function nameId(namespace: string, name: string): string {
  const digest = createHash('sha1').update(Buffer.from(namespace.replaceAll('-', ''), 'hex')).update(name).digest().subarray(0, 16);
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The namespace of names that are addresses (RFC 9562, section 6.6). */
export const addressNamespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
