import { createCipheriv, createDecipheriv, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { Transform } from 'node:stream';
import { Unreadable } from './unreadable.ts';

// An encrypted archive: `POVELJA1` ‖ salt (16) ‖ check (16), then chunks of up to 64 KiB, each AES-256-GCM and followed by its
// tag (16). scrypt(BACKUP_KEY, salt, N 32768, r 8, p 1) gives 48 bytes: the key, and the check by which a wrong one is known.
// A chunk's nonce is 1 for the last chunk and else 0 (one byte), three zeros, and the chunk's number from 0 (8 bytes): one
// that was moved, left out or cut off does not open.
const magic = Buffer.from('POVELJA1');
const chunk = 65_536;
const tag = 16;
const head = magic.length + 16 + 16;

/** Whether a file that begins with these bytes is an encrypted archive. */
export function isEncrypted(start: Buffer): boolean {
  return start.subarray(0, magic.length).equals(magic);
}

export function encrypting(secret: string): Transform {
  const salt = randomBytes(16);
  const { key, check } = derived(secret, salt);
  let number = 0n;
  const seal = (plain: Buffer, last: number): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number++, last));
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  return inPieces(chunk, {
    before: (push) => push(Buffer.concat([magic, salt, check])),
    each: (piece, push) => push(seal(piece, 0)),
    last: (piece, push) => push(seal(piece, 1)),
  });
}

/** Fails with Unreadable where the key is another, or a byte is not as it was written. */
export function decrypting(secret: string): Transform {
  let opened: Buffer | undefined;
  let number = 0n;
  const open = (sealed: Buffer, last: number): Buffer => {
    if (!opened || sealed.length < tag) throw new Unreadable('it is cut short');
    const decipher = createDecipheriv('aes-256-gcm', opened, nonce(number++, last));
    decipher.setAuthTag(sealed.subarray(-tag));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(0, -tag)), decipher.final()]);
    } catch {
      throw new Unreadable('it is damaged or cut short');
    }
  };
  return inPieces(chunk + tag, {
    skip: head,
    begin: (start) => {
      const { key, check } = derived(secret, start.subarray(magic.length, magic.length + 16));
      if (!timingSafeEqual(check, start.subarray(-16))) throw new Unreadable('BACKUP_KEY is not the key that it was encrypted with');
      opened = key;
    },
    each: (piece, push) => push(open(piece, 0)),
    last: (piece, push) => push(open(piece, 1)),
  });
}

type Push = (bytes: Buffer) => void;
type Pieces = { skip?: number; before?: (push: Push) => void; begin?: (start: Buffer) => void; each: (piece: Buffer, push: Push) => void; last: (piece: Buffer, push: Push) => void };

/** Cuts what flows through into pieces of one size; the last, which may be empty, is known as such only at the end. */
function inPieces(size: number, { skip = 0, before, begin, each, last }: Pieces): Transform {
  let held = Buffer.alloc(0);
  let begun = skip === 0;
  const take = (push: Push): void => {
    if (!begun) {
      if (held.length < skip) return;
      begin?.(held.subarray(0, skip));
      held = held.subarray(skip);
      begun = true;
    }
    // The last byte stays back, so that there always is a last piece.
    while (held.length > size) {
      each(held.subarray(0, size), push);
      held = held.subarray(size);
    }
  };
  return new Transform({
    construct(done) {
      before?.((bytes) => this.push(bytes));
      done();
    },
    transform(bytes: Buffer, _encoding, done) {
      held = Buffer.concat([held, bytes]);
      done(failureOf(() => take((made) => this.push(made))));
    },
    flush(done) {
      done(failureOf(() => {
        if (!begun) throw new Unreadable('it is cut short');
        last(held, (made) => this.push(made));
      }));
    },
  });
}

function failureOf(work: () => void): Error | null {
  try {
    work();
    return null;
  } catch (error) {
    return error as Error;
  }
}

function derived(secret: string, salt: Buffer): { key: Buffer; check: Buffer } {
  const made = scryptSync(secret, salt, 48, { N: 32_768, r: 8, p: 1, maxmem: 64 * 1_048_576 });
  return { key: made.subarray(0, 32), check: made.subarray(32) };
}

function nonce(number: bigint, last: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt8(last, 0);
  bytes.writeBigUInt64BE(number, 4);
  return bytes;
}
