import { setTimeout as wait } from 'node:timers/promises';
import { hashPassword, passwordFits } from '#office/person/password.ts';
import { admin } from '../tests/site.ts';
import { median, milliseconds, percentile, type Figure } from './figures.ts';
import { formWith, plainReader, typed, type Fields, type PlainReader } from './plain-reader.ts';
import type { MeasuredSite } from './site.ts';
import type { Visited } from './visit.ts';

const limit = 300;
const registers = [['partners', 'website'], ['projects', 'website'], ['programmes', 'website'], ['agreements', 'registryNo']] as const;

/**
 * Signing in and saving, as a browser without scripts does them: the form is posted as multipart and the page that it
 * leads to is fetched; the time is that of both together. Signing in is told without argon2id, which is timed by itself
 * in turn with it and whose median is taken away, since that time is spent on purpose.
 */
export async function measureDesk(site: MeasuredSite, rounds: number): Promise<Figure[]> {
  const signIns: number[] = [];
  const hashes: number[] = [];
  const held = await hashPassword(admin.password);
  for (let round = -3; round < rounds; round += 1) {
    const took = (await signIn(site)).took;
    const began = performance.now();
    await passwordFits(admin.password, held);
    if (round < 0) continue;
    signIns.push(took);
    hashes.push(performance.now() - began);
  }
  const hash = median(hashes);
  const without = signIns.map((took) => took - hash);
  return [
    figure(`from sign-in to the desk without argon2id (${milliseconds(hash)}), ${rounds} times`, without),
    ...await measureSaving(site, rounds),
  ];
}

/** Signs in as the first person, who is publisher too. `took` begins when the form is sent. */
export async function signIn(site: MeasuredSite): Promise<{ reader: PlainReader; took: number }> {
  const reader = plainReader(site.address);
  const path = '/sr-Cyrl/sign-in';
  const form = formWith((await reader.get(path)).body.toString(), 'password');
  const took = await postAndFollow(reader, path, typed(typed(form, 'email', admin.email), 'password', admin.password));
  return { reader, took };
}

/** Answers what saves another website of the first organisation, once per call, with the milliseconds of it and of its page. */
export async function saveAgain(site: MeasuredSite): Promise<(number: number) => Promise<number>> {
  const { reader } = await signIn(site);
  const edit = await firstToEdit(reader, 'partners');
  if (!edit) throw new Error('There is no organisation to edit.');
  return (number) => saveOnce(reader, edit, 'website', `https://povelja.example/${number}`);
}

async function measureSaving(site: MeasuredSite, rounds: number): Promise<Figure[]> {
  const { reader } = await signIn(site);
  const figures: Figure[] = [];
  for (const [register, field] of registers) {
    const edit = await firstToEdit(reader, register);
    if (!edit) continue;
    const saves: number[] = [];
    for (let round = -3; round < rounds; round += 1) {
      const took = await saveOnce(reader, edit, field, field === 'website' ? `https://povelja.example/${round + 4}` : `${round + 4}/2026`);
      if (round >= 0) saves.push(took);
      await wait(5); // nobody saves without a breath between
    }
    figures.push(figure(`saving an edit in ${register}, and its page, ${rounds} times`, saves));
  }
  return figures;
}

async function saveOnce(reader: PlainReader, edit: string, field: string, value: string): Promise<number> {
  const form = formWith((await reader.get(edit)).body.toString(), 'version');
  return postAndFollow(reader, edit, typed(form, field, value));
}

async function firstToEdit(reader: PlainReader, register: string): Promise<string | undefined> {
  const table = await reader.get(`/sr-Cyrl/workspace/${register}`);
  const record = new RegExp(`/sr-Cyrl/workspace/${register}/[0-9a-f-]{36}`).exec(table.body.toString())?.[0];
  const edit = `${record}/edit`;
  return record !== undefined && (await reader.get(edit)).status === 200 ? edit : undefined;
}

async function postAndFollow(reader: PlainReader, path: string, fields: Fields): Promise<number> {
  const sent = await reader.post(path, fields);
  const { location } = sent.headers;
  if (sent.status !== 303 || typeof location !== 'string') throw new Error(`${path} answered ${sent.status} to a form: ${firstFault(sent)}`);
  const shown = await reader.get(new URL(location, 'http://here').pathname);
  if (shown.status !== 200) throw new Error(`${location} answered ${shown.status}.`);
  return sent.took + shown.took;
}

function firstFault({ body }: Visited): string {
  return /class="errs"[\s\S]{0,600}/.exec(body.toString())?.[0].replaceAll(/<[^>]*>/g, ' ') ?? '';
}

function figure(name: string, samples: readonly number[]): Figure {
  const p95 = percentile(samples, 0.95);
  return { name, value: `p95 ${milliseconds(p95)} (p50 ${milliseconds(median(samples))})`, goal: `p95 < ${limit} ms`, met: p95 < limit };
}
