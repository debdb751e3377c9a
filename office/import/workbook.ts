import { Readable } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { endOfArchive, faultOfEnd, partsOf, type Part } from '#office/archive.ts';

/** The first sheet of a workbook with its name, in parts as it is unpacked, and the styles of its cells. */
export type Workbook = { readonly sheet: string; readonly otherSheets: number; readonly styles: string; sheetInParts(): AsyncIterable<Buffer> };

/** Finds its way through the parts of a workbook that was looked at before (ECMA-376 part 2); null where it is broken. */
export function openWorkbook(bytes: Buffer): Workbook | null {
  const end = endOfArchive(bytes.subarray(-65_557), bytes.length);
  const parts = end && !faultOfEnd(end) ? partsOf(bytes.subarray(end.at, end.start)) : null;
  const text = (name: string) => {
    const part = parts?.find((one) => one.name === name);
    return part ? unpacked(bytes, part) : '';
  };
  const sheets: { name: string; relation: string }[] = [];
  tagsOf(text('xl/workbook.xml'), (tag, attributes) => {
    const relation = Object.entries(attributes).find(([name]) => /(^|:)id$/.test(name))?.[1] ?? '';
    if (tag === 'sheet' && attributes.name) sheets.push({ name: attributes.name, relation });
  });
  const [first, ...others] = sheets;
  const [targets, styles]: [Map<string, string>, string[]] = [new Map(), []];
  tagsOf(text('xl/_rels/workbook.xml.rels'), (tag, { Id = '', Type = '', Target = '' }) => {
    const place = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
    if (tag === 'Relationship') targets.set(Id, place);
    if (Type.endsWith('/styles')) styles.push(place);
  });
  const part = parts?.find(({ name }) => first && name === targets.get(first.relation));
  if (!first || !part) return null;
  return { sheet: plain(first.name), otherSheets: others.length, styles: text(styles[0] ?? 'xl/styles.xml'), sheetInParts: () => inParts(bytes, part) };
}

/** Every tag that opens, without the prefix of its name space. */
export function tagsOf(xml: string, tell: (name: string, attributes: Partial<Record<string, string>>) => void): void {
  const parser = new Parser({ onopentag: (name, attributes) => tell(name.replace(/^.*:/, ''), attributes) }, { xmlMode: true });
  parser.end(xml);
}

/** Text of a workbook, in which characters may be written by their numbers; those that no database keeps are left out. */
export function plain(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replaceAll('\0', '');
}

function packedIn(bytes: Buffer, { at, packed }: Part): Buffer {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return bytes.subarray(start, start + packed);
}

/** Never more than the directory says, which was looked at. */
function unpacked(bytes: Buffer, part: Part): string {
  const packed = packedIn(bytes, part);
  return (part.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, part.unpacked) })).toString('utf8');
}

async function* inParts(bytes: Buffer, part: Part): AsyncGenerator<Buffer> {
  const packed = packedIn(bytes, part);
  if (part.method === 0) return yield packed;
  let length = 0;
  for await (const some of Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 262_144 })) as AsyncIterable<Buffer>) {
    length += some.length;
    if (length > part.unpacked) throw new Error('more than it says');
    yield some;
  }
}
