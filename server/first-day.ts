import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { enterFirst, hasNobody, setUpLink } from '#office/person/first.ts';
import { layDown } from '#office/seed/lay-down.ts';
import type { Config } from './config.ts';

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

/**
 * Lets the first person in where the office has nobody: the one named in the environment, else whoever opens a link that
 * is printed here and valid for an hour. Throws where the named one cannot be entered.
 */
export async function letFirstIn({ firstAdmin, publicUrl }: Pick<Config, 'firstAdmin' | 'publicUrl'>, log: (line: string) => void): Promise<void> {
  if (!(await hasNobody())) return;
  if (!firstAdmin) {
    log(`Nobody can sign in yet. Open this link within an hour: ${publicUrl.origin}/sr-Cyrl/sign-in/link/${await setUpLink()}`);
    return;
  }
  const { email, password } = firstAdmin;
  const outcome = await enterFirst({ name: email.split('@')[0] ?? email, email, password });
  if (!outcome.done && !(await hasNobody())) return; // another instance, started at the same time, was first
  if (!outcome.done && outcome.issues.some(({ field }) => field === 'newPassword')) throw new Error('ADMIN_PASSWORD must have at least 15 characters, be no common one, and not hold the e-mail address.');
  if (!outcome.done) throw new Error(`The first administrator could not be entered (${outcome.issues.map(({ rule }) => rule).join(', ')}).`);
  log('The person whom ADMIN_EMAIL names can sign in as administrator and publisher. ADMIN_PASSWORD is not read again; take it out of the settings.');
}

async function somebodyHasWritten(): Promise<boolean> {
  const { rows: [found] } = await reader().execute<{ yes: boolean }>(sql`select exists (select from change where actor_kind = 'person') as yes`);
  return found?.yes === true;
}
