import { Client } from 'pg';
import { connect, disconnect } from '#db/client.ts';
import { belgradeToday } from '#messages/dates.ts';
import { deriveStale } from '#office/agreement/derive-stale.ts';
import { signIn } from './desk.ts';
import { median, milliseconds, percentile, type Figure } from './figures.ts';
import { layDownRecords, type Many } from './many-records.ts';
import { formWith, typed, type PlainReader } from './plain-reader.ts';
import type { MeasuredSite } from './site.ts';
import type { Visited } from './visit.ts';
import { otherPages, tablePages, type Page } from './workspace-pages.ts';

const goal = 150;
const goalOfSaving = 200;
const nouns = { partners: 'organisation', networks: 'membership', programmes: 'programme', projects: 'project', agreements: 'agreement', milestones: 'milestone', documents: 'document' };

/** Lays the records down once; a database that is kept has them already. The agreements' own rows are the gate's to derive. */
export async function layDownOnce(databaseUrl: string, many: Many): Promise<void> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  const { rows: [laid] } = await owner.query<{ many: number }>("select count(*)::int as many from agreement where slug like 'bench-%'");
  await owner.end();
  if ((laid?.many ?? 0) < many.agreements) await layDownRecords(databaseUrl, many, console.error);
  connect({ url: databaseUrl });
  await deriveStale(belgradeToday(new Date()));
  await disconnect();
}

/** As many of every register, each with one or two revisions. */
export const ofEach = (many: number): Many => ({ agreements: many, revisions: 1, others: many });

/** A register in which agreements are the many: a tenth as many of each other register, and ten times as many revisions. */
export const ofAgreements = (many: number): Many => ({ agreements: many, revisions: 10, others: Math.max(many / 10, Math.min(many, 10_000)) });

/**
 * Server time of the workspace over so many records, as the browser without scripts asks for it; one line for each group with its slowest page, and one for each page that misses the goal.
 */
export async function measureWorkspace(site: MeasuredSite, many: Many, rounds: number): Promise<Figure[]> {
  const { reader } = await signIn(site);
  const pages = [...tablePages(many), ...otherPages(many), ...await recordPages(reader)];
  const drawn: (Page & { p50: number; p95: number; processor: number })[] = [];
  for (const page of pages) drawn.push({ ...page, ...await timesOf(site, reader, page.path, rounds) });
  const groups = Map.groupBy(drawn, ({ group }) => group);
  const slowest = (some: typeof drawn) => some.reduce((a, b) => (b.p95 > a.p95 ? b : a));
  return [
    ...[...groups].map(([group, some]) => {
      const worst = slowest(some);
      return { name: `${group}: ${some.length} pages, the slowest (${worst.name})`, value: `p95 ${milliseconds(worst.p95)} (p50 ${milliseconds(worst.p50)}; middle page p50 ${milliseconds(median(some.map(({ p50 }) => p50)))})`, goal: `≤ ${goal} ms`, met: worst.p95 <= goal };
    }),
    ...drawn.filter(({ p95, group }) => p95 > goal || group === 'beside the tables').map(({ group, name, p50, p95, processor }) => ({
      name: `${group}: ${name}`, value: `p95 ${milliseconds(p95)} (p50 ${milliseconds(p50)}, processor ${milliseconds(processor)})`, goal: `≤ ${goal} ms`, met: p95 <= goal,
    })),
    ...await measureSaves(reader, rounds),
  ];
}

async function timesOf(site: MeasuredSite, reader: PlainReader, path: string, rounds: number) {
  const took: number[] = [];
  let before = 0;
  for (let round = -2; round < rounds; round += 1) {
    if (round === 0) before = (await site.look('as it is')).processor;
    const answer = await reader.get(path);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    if (round >= 0) took.push(answer.took);
  }
  return { p50: median(took), p95: percentile(took, 0.95), processor: ((await site.look('as it is')).processor - before) / rounds };
}

/** Of each register a record in the middle of it: the page, the form and the beginning of its table as a file. */
async function recordPages(reader: PlainReader): Promise<Page[]> {
  const found: Page[] = [];
  for (const [register, noun] of Object.entries(nouns)) {
    const id = await recordOf(reader, register);
    if (!id) continue;
    found.push({ group: 'record pages', name: noun, path: `/sr-Cyrl/workspace/${register}/${id}` });
    found.push({ group: 'edit forms', name: noun, path: `/sr-Cyrl/workspace/${register}/${id}/edit` }, { group: 'forms for a new one', name: noun, path: `/sr-Cyrl/workspace/${register}/new` });
  }
  return found;
}

async function recordOf(reader: PlainReader, register: string): Promise<string | undefined> {
  return (await recordsOf(reader, register))[0];
}

async function recordsOf(reader: PlainReader, register: string): Promise<string[]> {
  const table = await reader.get(`/sr-Cyrl/workspace/${register}?sort=code&page=2000`);
  return [...new Set([...table.body.toString().matchAll(new RegExp(`/sr-Cyrl/workspace/${register}/([0-9a-f-]{36})`, 'g'))].flatMap(([, id]) => id ?? []))];
}

async function measureSaves(reader: PlainReader, rounds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [register, field] of [['partners', 'website'], ['projects', 'website'], ['agreements', 'registryNo'], ['milestones', 'progress']] as const) {
    const took = await savesOf(reader, register, field, rounds);
    const p95 = took ? percentile(took, 0.95) : Infinity;
    figures.push({ name: `saving in ${register}`, value: took ? `p95 ${milliseconds(p95)} (p50 ${milliseconds(median(took))})` : 'no record of the page took a form', goal: `< ${goalOfSaving} ms`, met: p95 < goalOfSaving });
  }
  return figures;
}

/** How long saving took in the first record that takes what is typed: one laid down as published lacks its English, so that it is refused. */
async function savesOf(reader: PlainReader, register: string, field: string, rounds: number): Promise<number[] | undefined> {
  for (const id of (await recordsOf(reader, register)).slice(0, 10)) {
    const path = `/sr-Cyrl/workspace/${register}/${id}/edit`;
    const took: number[] = [];
    for (let round = -2; round < rounds; round += 1) {
      const form = formWith((await reader.get(path)).body.toString(), 'version');
      const value = field === 'website' ? `https://povelja.example/${Date.now()}` : String(round + 3);
      const sent: Visited = await reader.post(path, typed(form, field, value));
      if (sent.status !== 303) break;
      if (round >= 0) took.push(sent.took);
    }
    if (took.length === rounds) return took;
  }
  return undefined;
}
