/** A part of a packed file, as the directory at its end says it. */
export type Part = { name: string; flags: number; method: number; packed: number; unpacked: number; at: number; /** Bytes before its own in the file, without what the local header adds. */ record: number };
export type ArchiveFault = 'fileBroken' | 'fileLocked' | 'fileTooDeep' | 'fileMacros' | 'fileMislabelled';
type End = { entries: number; size: number; at: number };

const most = { parts: 2_000, unpacked: 200 * 1_048_576, directory: 4 * 1_048_576 };

/** The end record of a ZIP archive (APPNOTE 4.3.16) that closes the file exactly; null where there is none. */
export function endOfArchive(tail: Buffer, size: number): (End & { start: number }) | null {
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== 0x06054b50 || at + 22 + tail.readUInt16LE(at + 20) !== tail.length) continue;
    return { entries: tail.readUInt16LE(at + 10), size: tail.readUInt32LE(at + 12), at: tail.readUInt32LE(at + 16), start: size - tail.length + at };
  }
  return null;
}

/** Whether the directory is too much to be read at all, or does not stand where the end record says. */
export function faultOfEnd(end: ReturnType<typeof endOfArchive>): ArchiveFault | null {
  if (!end) return 'fileBroken';
  if (end.entries > most.parts || end.size > most.directory) return 'fileTooDeep';
  return end.entries === 0 || end.at + end.size !== end.start ? 'fileBroken' : null;
}

/**
 * The rule that an office document breaks as an archive: too much unpacked, parts that are locked, lie over one another
 * or have a path that leads out, macros, or none of what its kind must hold. `parts` null where its directory cannot
 * be read; `entries` as its end says; `head` is the first bytes of the file.
 */
export function faultOfArchive(parts: readonly Part[] | null, entries: number, kind: 'word' | 'xl' | 'opendocument', mime: string, head: Buffer): ArchiveFault | null {
  if (!parts || parts.length !== entries) return 'fileBroken';
  if (parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > most.unpacked) return 'fileTooDeep';
  if (parts.some(({ flags }) => (flags & 0x2041) !== 0)) return 'fileLocked';
  if (parts.some(({ method }) => method !== 0 && method !== 8) || parts.some(({ name }) => leadsOut(name)) || overlap(parts)) return 'fileBroken';
  if (new Set(parts.map(({ name }) => name)).size !== parts.length) return 'fileBroken';
  if (parts.some(({ name }) => macro.test(name))) return 'fileMacros';
  return holdsItsKind(parts, kind, mime, head) ? null : 'fileMislabelled';
}

const macro = /(^|\/)vba(project|data)[^/]*$|(^|\/)(macrosheets|activex|basic|scripts)\//i;

/** What the central directory lists (APPNOTE 4.3.12); null where it is broken. */
export function partsOf(directory: Buffer): Part[] | null {
  const parts: Part[] = [];
  for (let at = 0; at < directory.length;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return null;
    const [name, extra, comment] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)];
    const end = at + 46 + name + extra + comment;
    if (end > directory.length || parts.length > most.parts) return null;
    parts.push({
      name: directory.subarray(at + 46, at + 46 + name).toString('utf8'), flags: directory.readUInt16LE(at + 8), method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20), unpacked: directory.readUInt32LE(at + 24), at: directory.readUInt32LE(at + 42), record: 30 + name,
    });
    at = end;
  }
  return parts;
}

function leadsOut(name: string): boolean {
  return name === '' || /^[/\\]|\\|\0|^[a-z]:/i.test(name) || name.split('/').includes('..');
}

/** Parts that share their bytes are how a small archive unpacks to an endless one. */
function overlap(parts: readonly Part[]): boolean {
  const sorted = parts.toSorted((a, b) => a.at - b.at);
  return sorted.some((part, place) => place > 0 && part.at < (sorted[place - 1]?.at ?? 0) + (sorted[place - 1]?.record ?? 0) + (sorted[place - 1]?.packed ?? 0));
}

function holdsItsKind(parts: readonly Part[], kind: 'word' | 'xl' | 'opendocument', mime: string, head: Buffer): boolean {
  if (kind !== 'opendocument') return parts.some(({ name }) => name === '[Content_Types].xml') && parts.some(({ name }) => name.startsWith(`${kind}/`));
  // OpenDocument 1.3, part 2, section 3.3: the first part is called mimetype, is not packed, and says the kind.
  const start = 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  return head.readUInt16LE(8) === 0 && head.subarray(30, 30 + head.readUInt16LE(26)).toString('latin1') === 'mimetype'
    && head.subarray(start, start + head.readUInt32LE(18)).toString('latin1') === mime && parts.some(({ name }) => name === 'content.xml');
}
