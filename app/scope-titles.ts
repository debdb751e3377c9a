import { folderOf } from '#app/registers.ts';
import type { GrantTitles } from '#components/person/grant-scope.tsx';
import type { Noun } from '#office/permission.ts';
import { titlesOf } from '#office/titles.ts';
import type { Viewer } from '#office/viewer.ts';

type Scoped = { readonly scopeNoun: string | null; readonly scopeId: string | null };

/** What the records are called, and where they lie in the workspace, that roles are held for; those that the viewer may not see are left out. */
export async function scopeTitles(viewer: Viewer, grants: readonly Scoped[]): Promise<GrantTitles> {
  const records = grants.flatMap(({ scopeNoun, scopeId }) => (scopeNoun && scopeId ? [{ noun: scopeNoun as Noun, id: scopeId }] : []));
  const titles = await titlesOf(viewer, records);
  return new Map(records.flatMap(({ noun, id }) => {
    const title = titles.get(id);
    return title === undefined ? [] : [[id, { title, place: `/workspace/${folderOf(noun)}/${id}` }]];
  }));
}
