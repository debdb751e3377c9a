import { folderOf } from '#app/registers.ts';
import type { GrantTitle, GrantTitles } from '#components/person/grant-scope.tsx';
import type { Noun } from '#office/permission.ts';
import { codesOf } from '#office/scope.ts';
import { titlesOf } from '#office/titles.ts';
import type { Viewer } from '#office/viewer.ts';

type Scoped = { readonly scopeNoun: string | null; readonly scopeId: string | null };

/** What the records are called, and where they lie in the workspace, that roles are held for; whoever gives roles has of those that he may not see the code. */
export async function scopeTitles(viewer: Viewer, grants: readonly Scoped[]): Promise<GrantTitles> {
  const records = grants.flatMap(({ scopeNoun, scopeId }) => (scopeNoun && scopeId ? [{ noun: scopeNoun as Noun, id: scopeId }] : []));
  const titles = await titlesOf(viewer, records);
  const codes = await codesOf(viewer, records.filter(({ id }) => !titles.has(id)));
  return new Map(records.flatMap(({ noun, id }): [string, GrantTitle][] => {
    const [title, code] = [titles.get(id), codes.get(id)];
    if (title !== undefined) return [[id, { title, place: `/workspace/${folderOf(noun)}/${id}` }]];
    return code === undefined ? [] : [[id, { code, place: null }]];
  }));
}
