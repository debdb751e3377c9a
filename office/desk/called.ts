import type { LocalText } from '#messages/local-text.ts';
import { references } from '#office/reference.ts';
import type { Noun } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';

type Line = { readonly id: string; readonly noun: Noun | null; readonly title: LocalText | null };

/** Memberships have no title of their own: each goes by the name of its network, where the viewer may see that. */
export async function called<T extends Line>(viewer: Viewer, lines: readonly T[]): Promise<T[]> {
  const named = lines.filter(({ noun, title }) => noun === 'membership' && !title?.['sr-Cyrl']);
  if (named.length === 0) return [...lines];
  const known = await references(viewer, named.map(({ id }) => ({ noun: 'membership' as const, id })));
  return lines.map((line) => ({ ...line, title: known.get(line.id)?.name ?? line.title }));
}
