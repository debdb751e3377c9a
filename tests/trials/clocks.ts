import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { verifyChain } from '#db/chain/verify.ts';
import { connect, disconnect } from '#db/client.ts';
import { belgradeToday, writeDay, writeTime } from '#messages/dates.ts';
import { addDays } from '#office/agreement/days.ts';
import { nodeFlags } from '#server/node-flags.mjs';
import { startPostgres, type RunningPostgres } from '#server/postgres.ts';
import { filled, formIn, Reader, type Answer } from '../app/plain-http.ts';
import { asOwner } from '../cluster.ts';
import { disagreements } from '../db/agreement.ts';
import { admin, startSite, type Site } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { jumps, type Jump, writtenDays } from './clock-jumps.ts';
import { openCalendar, type Calendar } from './clock-publishing.ts';
import { partnersOf } from './hands.ts';
import { times, unkept, type Report } from './report.ts';

type Asked = { readonly zones: readonly string[]; readonly jumps?: readonly string[] };

/**
 * The built site, whose clock alone is moved while it runs and whose time zone is another at each start, on a database whose clock is right. Somebody
 * reads, saves, and has things scheduled all the while; the clock of every second start is a day ahead already.
 */
export async function clocks({ zones, jumps: named }: Asked): Promise<Report> {
  const { folder, remove } = temporaryFolder();
  const postgres = await startPostgres({ dataDir: folder });
  const began = new Date();
  const trial: Trial = { postgres, folder, took: [], faults: [], stages: 0, saved: 0 };
  put(trial, 0);
  let site = await start(trial, zones[0] ?? 'UTC');
  try {
    const reader = new Reader(site.address);
    await reader.signIn(admin);
    const [record = ''] = await partnersOf(reader, 1);
    connect({ url: postgres.url });
    const calendar = await openCalendar(postgres.url);
    const days = await writeDays(reader, trial);
    for (const [number, zone] of zones.entries()) {
      if (number > 0) {
        put(trial, number % 2 === 0 ? 0 : day);
        await site.stop();
        site = await start(trial, zone, new URL(site.address).port);
      }
      await readDays(reader, days, zone, trial);
      for (const jump of jumps(began).filter(({ name }) => named === undefined || named.includes(name))) await stage({ reader, record, calendar, trial, jump, zone });
      put(trial, 0);
      await calendar.settled(trial.faults, `${zone}, the clock put right`);
      trial.faults.push(...site.said().split('\n').filter((line) => /^5\d\d | failed: /.test(line)).map((line) => `${zone} said: ${line}`));
    }
    await isGone(trial, site.address);
    const told = await standing(trial, began);
    return {
      figures: [
        `${zones.length} starts in ${zones.join(', ')}; ${trial.stages} jumps while it ran, ${trial.took.length} requests: ${times(trial.took)}`,
        `${trial.saved} saved, ${calendar.count()} publications scheduled, each once and none early; ${told.reminders} reminders to ${told.people} people, all of ${told.days}; ${told.changes} changes in order, sealed and verified`,
      ],
      // It is looked for at each start, and at the first there was nothing yet.
      faults: [...trial.faults, ...told.faults, ...unkept([[told.reminders > 0 || zones.length < 2 || Number(writeTime(new Date(), 'en').slice(0, 2)) < 7, 'nobody was reminded of anything']])],
    };
  } finally {
    await site.stop();
    await disconnect();
    await postgres.stop();
    await remove();
  }
}

type Trial = { readonly postgres: RunningPostgres; readonly folder: string; readonly took: number[]; readonly faults: string[]; stages: number; saved: number };
type Stage = { readonly reader: Reader; readonly record: string; readonly calendar: Calendar; readonly trial: Trial; readonly jump: Jump; readonly zone: string };

const day = 86_400_000;

/** Lets the site's clock run so many milliseconds ahead of the machine's. */
function put({ folder }: Trial, apart: number): void {
  writeFileSync(path.join(folder, 'apart'), String(apart));
}

function start({ folder, postgres }: Trial, zone: string, port?: string): Promise<Site> {
  const settings = { DATABASE_URL: postgres.url, TZ: zone, MOVED_CLOCK: path.join(folder, 'apart'), ...(port ? { PORT: port } : {}) };
  return startSite(path.join(folder, 'data'), settings, [...nodeFlags, '--import', pathToFileURL(path.join(import.meta.dirname, 'moved-clock.mjs')).href, 'server/main.ts']);
}

/** One jump: pages, a form, a publication that falls due, and the day that the site says it is. */
async function stage({ reader, record, calendar, trial, jump, zone }: Stage): Promise<void> {
  const where = `${zone}, ${jump.name}`;
  const apart = jump.apart();
  put(trial, apart);
  await wait(50);
  trial.stages += 1;
  const due = await calendar.schedule();
  const until = performance.now() + jump.lasts;
  do {
    for (const at of pages) noted(trial, await reader.get(at), 200, `${where}: ${at}`);
    const form = await reader.get(`${record}/edit`);
    if (!noted(trial, form, 200, `${where}: the form`)) break;
    trial.saved += 1;
    noted(trial, await reader.post(`${record}/edit`, filled(formIn(form.text), { 'note.en': `${where} ${trial.saved}` })), 303, `${where}: saving`);
    const [before, { text }, after] = [dayOf(apart), await reader.get('/en'), dayOf(apart)];
    if (![before, after].some((one) => text.includes(one))) trial.faults.push(`${where}: home does not say ${before}`);
  } while (performance.now() < until);
  await calendar.expect(due, { behind: apart < 0 }, trial.faults, where);
}

const pages = [
  '/en', '/sr-Cyrl/agreements', '/en/milestones', '/en/milestones.ics', '/sr-Latn/networks', '/en/projects', '/en/workspace', '/en/workspace/milestones/week',
  '/en/workspace/milestones/overdue', '/en/workspace/me', '/en/workspace/outbox',
];

function dayOf(apart: number): string {
  return writeDay(belgradeToday(new Date(Date.now() + apart)), 'en', 'sentence');
}

function noted({ took, faults }: Trial, answer: Answer, expected: number, what: string): boolean {
  took.push(answer.took);
  if (answer.status !== expected) faults.push(`${what}: ${answer.status} ${answer.headers.location ?? ''}`);
  return answer.status === expected;
}

type Written = { readonly address: string; readonly day: string };

/** Milestones of the days that are hard to keep, and of two of which somebody is reminded today. */
async function writeDays(reader: Reader, trial: Trial): Promise<Written[]> {
  const written: Written[] = [];
  const near = [1, 7].map((from) => addDays(belgradeToday(new Date()), from));
  for (const [number, iso] of [...writtenDays, ...near].entries()) {
    const [year = '', month = '', of = ''] = iso.split('-').map((part) => String(Number(part)));
    const typed = { 'title.sr-Cyrl': `Дан ${['Милица', 'Ресавка', 'Ђердап', 'Власина', 'Нишава', 'Топлица', 'Јадар', 'Пчиња'][number]}`, kind: 'report_due', 'planned.year': year, 'planned.month': month, 'planned.day': of, anyway: '1' };
    const answer = await reader.fillIn('/en/workspace/milestones/new', typed);
    noted(trial, answer, 303, `a milestone of ${iso}`);
    written.push({ address: (answer.headers.location ?? '').split(/[?#]/)[0] ?? '', day: iso });
  }
  return written;
}

async function readDays(reader: Reader, days: readonly Written[], zone: string, trial: Trial): Promise<void> {
  for (const { address, day: iso } of days) {
    const [form, page] = [await reader.get(`${address}/edit`), await reader.get(address)];
    if (!noted(trial, form, 200, `${zone}: the milestone of ${iso}`)) continue;
    const read = new Map(formIn(form.text).map(([name, value]) => [name, String(value)]));
    const stands = ['year', 'month', 'day'].map((part) => read.get(`planned.${part}`)?.padStart(2, '0')).join('-');
    if (stands !== iso || !page.text.includes(writeDay(iso, 'en', 'sentence'))) trial.faults.push(`${zone}: the milestone of ${iso} is read as ${stands}`);
  }
}

/** A session that is idle by the database's clock is over, however far behind the app's is. */
async function isGone(trial: Trial, address: string): Promise<void> {
  const idle = new Reader(address);
  await idle.signIn(admin);
  noted(trial, await idle.get('/en/workspace'), 200, 'a fresh session');
  await asOwner(trial.postgres.url, (client) => client.query("update session set seen_at = now() - interval '31 minutes' where id = (select id from session order by started_at desc limit 1)"));
  put(trial, -day);
  await wait(50);
  noted(trial, await idle.get('/en/workspace'), 307, 'an idle session');
  put(trial, 0);
}

type Standing = { readonly reminders: number; readonly people: number; readonly days: string; readonly changes: number; readonly faults: readonly string[] };

/** What the ledger and the reminders hold in the end. */
async function standing({ postgres, folder }: Trial, began: Date): Promise<Standing> {
  await wait(1_500); // sealed within a second
  return asOwner(postgres.url, async (client) => {
    const row = async (question: string, values: unknown[] = []): Promise<Record<string, string>> => (await client.query<Record<string, string>>(question, values)).rows[0] ?? {};
    const kept = await row(`select count(*)::int as changes, count(*) filter (where mac is null)::int as unsealed, count(*) filter (where at < before - interval '1 second')::int as backwards,
      count(*) filter (where at < $1 or at > clock_timestamp())::int as elsewhere from (select mac, at, lag(at) over (order by seq) as before from change) ordered`, [began]);
    const reminded = await row(`select count(*)::int as reminders, count(distinct person_id)::int as people, coalesce(string_agg(distinct sent_on::text, ', '), 'no day') as days from reminder_step`);
    const letters = await row(`select count(*)::int as twice from (select from outbox where kind = 'reminders' group by person_id, due having count(*) > 1) repeated`);
    const verdict = await verifyChain(client, readFileSync(path.join(folder, 'data', 'secrets', 'ledger-key'), 'utf8'));
    const office = [belgradeToday(began), belgradeToday(new Date())];
    return {
      reminders: Number(reminded.reminders), people: Number(reminded.people), days: reminded.days ?? '', changes: Number(kept.changes),
      faults: [...unkept([
        [Number(kept.unsealed) === 0, `${kept.unsealed} changes are unsealed`],
        [Number(kept.backwards) === 0 && Number(kept.elsewhere) === 0, `${kept.backwards} changes are told to be before the one before them, ${kept.elsewhere} out of their time`],
        [verdict.fault === null, `the chain: ${verdict.fault}`],
        [(reminded.days ?? '').split(', ').every((one) => one === 'no day' || office.includes(one)), `reminded on ${reminded.days}, where it was ${office.join(' or ')}`],
        [Number(letters.twice) === 0, `${letters.twice} letters of a morning were written twice`],
      ]), ...await disagreements(client)],
    };
  });
}
