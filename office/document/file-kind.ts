import { endingOf } from './file-name.ts';

/** `inline`: a browser may draw it; all others it saves. */
export type FileKind = { readonly mime: string; readonly disposition: 'inline' | 'attachment'; readonly packed: 'word' | 'xl' | 'opendocument' | null };

const office = 'application/vnd.openxmlformats-officedocument.';
const open = 'application/vnd.oasis.opendocument.';
const jpeg: FileKind = { mime: 'image/jpeg', disposition: 'inline', packed: null };

/** All kinds of files that the register takes (SAFETY, section 3), by their endings. No svg and no html: they could hold scripts. */
const kinds: Readonly<Record<string, FileKind>> = {
  pdf: { mime: 'application/pdf', disposition: 'inline', packed: null },
  docx: { mime: `${office}wordprocessingml.document`, disposition: 'attachment', packed: 'word' },
  xlsx: { mime: `${office}spreadsheetml.sheet`, disposition: 'attachment', packed: 'xl' },
  odt: { mime: `${open}text`, disposition: 'attachment', packed: 'opendocument' },
  ods: { mime: `${open}spreadsheet`, disposition: 'attachment', packed: 'opendocument' },
  jpg: jpeg,
  jpeg,
  png: { mime: 'image/png', disposition: 'inline', packed: null },
  webp: { mime: 'image/webp', disposition: 'inline', packed: null },
};

/** The kind that a name says, or null where the register does not take it. */
export function kindByName(name: string): FileKind | null {
  const ending = endingOf(name);
  return Object.hasOwn(kinds, ending) ? kinds[ending] ?? null : null;
}

/** The kind of a table that is brought for an import; null where its name says none that the register reads. Plain text is no document. */
export function tableKindByName(name: string): FileKind | null {
  const ending = endingOf(name);
  if (ending === 'xlsx') return kindByName(name);
  return ['csv', 'tsv', 'txt'].includes(ending) ? { mime: 'text/csv', disposition: 'attachment', packed: null } : null;
}

export function isInline(mime: string): boolean {
  return Object.values(kinds).some((kind) => kind.mime === mime && kind.disposition === 'inline');
}
