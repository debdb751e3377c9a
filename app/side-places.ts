import type { SidePlace } from '#components/frame/side.tsx';
import { importable } from '#office/import/read.ts';
import { permits } from '#office/permission.ts';
import type { Staff } from '#office/viewer.ts';

/** Those of them that this person may open: an editor brings tables, whoever works on records sees the office's history, an admin people and settings. */
export function placesOf(viewer: Staff): SidePlace[] {
  const works = viewer.grants.some(({ role }) => role !== 'admin');
  return [
    ...(importable(viewer).length > 0 ? ['import' as const] : []),
    ...(works ? ['history' as const] : []),
    ...(permits(viewer, 'person.invite', null) ? ['people' as const, 'outbox' as const] : []),
    ...(permits(viewer, 'setting.change', null) ? ['settings' as const] : []),
  ];
}
