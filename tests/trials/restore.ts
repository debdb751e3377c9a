import { drill, told } from '../server/drill.ts';
import type { Report } from './report.ts';

/** A backup under writers, its cluster destroyed, restored on another and compared. */
export async function restored(size: { changes: number; megabytes: number }): Promise<Report> {
  const drilled = await drill(size);
  return { figures: told(drilled).split('\n'), faults: drilled.faults };
}
