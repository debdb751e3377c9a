import { createHash } from 'node:crypto';
import type { FileKind } from './file-kind.ts';
import { endOfArchive } from '#office/archive.ts';

/** What is noted of a file while it streams through: its length, its hash, how it begins and how it ends. */
export type Noted = { size: number; sha256: string; head: Buffer; tail: Buffer; locked: boolean };
export const tailLength = 66_000;
const headLength = 512;
/** Bytes in which a dictionary says that it is encrypted, with the white space of ordinary files. */
const longestWord = 40;

/** Lets the bytes through and notes them in `noted`, whose `sha256` is there when the stream has ended. */
export async function* noting(bytes: AsyncIterable<Uint8Array>, noted: Noted): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const last: Uint8Array[] = [];
  let held = 0;
  let edge = Buffer.alloc(0);
  for await (const part of bytes) {
    hash.update(part);
    noted.size += part.length;
    if (noted.head.length < headLength) noted.head = Buffer.concat([noted.head, part]).subarray(0, headLength);
    const here = Buffer.from(part.buffer, part.byteOffset, part.length);
    // A word that was cut in two by the edge of a part stands whole across it.
    const across = Buffer.concat([edge, here.subarray(0, longestWord)]);
    noted.locked ||= isLockedPdf(across) || isLockedPdf(here);
    edge = Buffer.from(Buffer.concat([edge, here.subarray(-longestWord)]).subarray(-longestWord));
    last.push(here);
    held += here.length;
    while (held - (last[0]?.length ?? 0) >= tailLength) held -= last.shift()?.length ?? 0;
    yield part;
  }
  noted.tail = Buffer.concat(last).subarray(-tailLength);
  noted.sha256 = hash.digest('hex');
}


export function nothingNoted(): Noted {
  return { size: 0, sha256: '', head: Buffer.alloc(0), tail: Buffer.alloc(0), locked: false };
}

/** The rule that the bytes break: they are not what the name says, broken, locked, or two kinds at once. Null where they are right. */
export function faultOfBytes({ mime, packed }: FileKind, { size, head, tail, locked }: Noted): 'fileEmpty' | 'fileMislabelled' | 'fileBroken' | 'fileLocked' | null {
  if (size === 0) return 'fileEmpty';
  // Office seals a document that needs a password into a container of another kind.
  if (packed && startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return 'fileLocked';
  if (!begins[mime]?.(head) && !(packed && startsWith(head, archiveStart))) return 'fileMislabelled';
  if (packed) return null;
  if (endOfArchive(tail, size)) return 'fileMislabelled';
  if (!ends[mime]?.(tail, size, head)) return 'fileBroken';
  if (isAnotherBehind(mime, tail)) return 'fileMislabelled';
  return mime === 'application/pdf' && locked ? 'fileLocked' : null;
}

const archiveStart = [0x50, 0x4b, 0x03, 0x04];

const begins: Readonly<Record<string, (head: Buffer) => boolean>> = {
  'text/csv': isText,
  'application/pdf': (head) => /^%PDF-[12]\.\d/.test(head.subarray(0, 8).toString('latin1')),
  'image/jpeg': (head) => startsWith(head, [0xff, 0xd8, 0xff]),
  'image/png': (head) => startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
  'image/webp': (head) => head.subarray(0, 4).toString('latin1') === 'RIFF' && /^WEBPVP8[ LX]$/.test(head.subarray(8, 16).toString('latin1')),
};

const ends: Readonly<Record<string, (tail: Buffer, size: number, head: Buffer) => boolean>> = {
  'text/csv': () => true,
  'application/pdf': (tail) => tail.subarray(-1_024).includes('%%EOF'),
  'image/jpeg': (tail) => tail.includes(Buffer.from([0xff, 0xd9])),
  'image/png': (tail) => tail.subarray(-12).equals(Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])),
  'image/webp': (_tail, size, head) => head.readUInt32LE(4) + 8 === size,
};

/** Cameras and scanners leave some bytes behind the end of a file; a page, a script or another document there makes it two files at once. */
function isAnotherBehind(mime: string, tail: Buffer): boolean {
  const mark = closes[mime];
  const end = mark ? tail.lastIndexOf(mark) : -1;
  return mark !== undefined && end >= 0 && /%PDF-\d|<(?:!doctype|html|head|body|script|svg|iframe|\?php)/i.test(tail.subarray(end + mark.length).toString('latin1'));
}

const closes: Readonly<Record<string, Buffer>> = { 'application/pdf': Buffer.from('%%EOF'), 'image/jpeg': Buffer.from([0xff, 0xd9]) };

/** Plain characters: no controls but tabs and line ends (in UTF-16 every second byte is a nought), and not the beginning of another kind. */
function isText(head: Buffer): boolean {
  const wide = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]) || head.subarray(0, 2).includes(0);
  const plain = wide ? head.filter((byte) => byte !== 0) : head;
  return !plain.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte)) && !/^\s*(%PDF|\{\\rtf|<(!doctype|html|script|\?xml|svg))/i.test(plain.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''));
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

/** Its trailer names how it is encrypted, whether or not a password is needed to read it. */
function isLockedPdf(window: Buffer): boolean {
  for (let at = window.indexOf('/Encrypt'); at >= 0; at = window.indexOf('/Encrypt', at + 8)) {
    if (/^\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(window.subarray(at, at + 40).toString('latin1'))) return true;
  }
  return false;
}
