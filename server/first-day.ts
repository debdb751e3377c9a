import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { layDown } from '#office/seed/lay-down.ts';

/**
 * Fills a register in which nobody has written yet with the office's own records. Laying down twice changes nothing, so
 * a first start that was killed half-way is finished by the next. `today` is the calendar day in Belgrade.
 */
export async function fillWhereEmpty(seed: 'office' | 'none', today: string, log: (line: string) => void): Promise<void> {
  if (seed === 'none' || (await somebodyHasWritten())) return;
  const began = Date.now();
  await layDown(today);
  log(`The office's records are laid down (${((Date.now() - began) / 1000).toFixed(1)} s).`);
}

async function somebodyHasWritten(): Promise<boolean> {
  const [found] = await reader().execute<{ yes: boolean }>(sql`select exists (select from change where actor_kind = 'person') as yes`);
  return found?.yes === true;
}
