import { belgradeToday } from '#messages/dates.ts';
import { agreementById } from '#office/agreement/read.ts';
import type { Conflict } from '#office/outcome.ts';
import type { Viewer } from '#office/viewer.ts';

/** For a form that only adds to what stands: no field of it can differ, so the conflict shows the new version alone. */
export async function versionOf(viewer: Viewer, id: string): Promise<Conflict | null> {
  const now = await agreementById(viewer, id, belgradeToday(new Date()));
  return now && { version: now.version, stored: {} };
}
