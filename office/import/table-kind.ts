import { kindByName, type FileKind } from '#office/document/file-kind.ts';
import { endingOf } from '#office/document/file-name.ts';

const text: FileKind = { mime: 'text/csv', disposition: 'attachment', packed: null };

/** The kind of table that a name says, or null where the register takes none of it. */
export function tableKindByName(name: string): FileKind | null {
  const ending = endingOf(name);
  if (ending === 'xlsx') return kindByName(name);
  return ending === 'csv' || ending === 'tsv' || ending === 'txt' ? text : null;
}
