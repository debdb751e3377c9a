import { takeIn, type Arrived, type Arrival } from '#office/document/arrival.ts';

const megabyte = 1_048_576;

/** A small PDF whose bytes differ with `words`. */
export function pdf(words: string): Buffer {
  return Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
}

/** Sends bytes in, as a form would, in parts of `step`. */
export function bring(name: string, bytes: Buffer, { limit = 2 * megabyte, step = 60_000, scanner }: { limit?: number; step?: number; scanner?: string } = {}): Promise<Arrival> {
  const taken = bytes.subarray(0, limit);
  async function* parts() {
    for (let at = 0; at < taken.length; at += step) yield taken.subarray(at, at + step);
  }
  return takeIn({ name, bytes: parts(), cut: () => bytes.length > limit, skip() {} }, { limit, ...(scanner ? { scanner } : {}) });
}

/** A file that was taken in rightly. */
export async function arrived(bytes: Buffer, name = 'zapisnik.pdf'): Promise<Arrived> {
  const arrival = await bring(name, bytes);
  if ('issue' in arrival) throw new Error(JSON.stringify(arrival.issue));
  return arrival.file;
}

/** A ZIP archive of these parts, unpacked; `lie` changes what its directory says. */
export function archive(parts: Record<string, string>, lie: { unpacked?: number; flags?: number; method?: number; at?: number; comment?: string } = {}): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [title, body] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(lie.flags ?? 0, 2);
    common.writeUInt16LE(lie.method ?? 0, 4);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(lie.unpacked ?? body.length, 18);
    common.writeUInt16LE(title.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(lie.at ?? at, 10);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, body);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, title);
    at += 30 + title.length + body.length;
  }
  const [list, comment] = [Buffer.concat(directory), Buffer.from(lie.comment ?? '')];
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, list, end, comment]);
}

export const docx = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' };
