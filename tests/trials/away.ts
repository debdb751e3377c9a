import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { startPostgres } from '#server/postgres.ts';
import { filled, formIn, Reader, type Answer } from '../app/plain-http.ts';
import { disagreements } from '../db/agreement.ts';
import { openLine } from '../db/line.ts';
import { asOwner } from '../cluster.ts';
import { admin, startSite } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { partnersOf } from './hands.ts';
import { times, unkept, type Report } from './report.ts';

const words = { 'sr-Cyrl': 'Регистар тренутно није доступан', 'sr-Latn': 'Registar trenutno nije dostupan', en: 'The register is not available at the moment' };

/**
 * The database behind a line that is cut for `seconds`, mute, slow, and reset again and again while people save; then a server that takes nobody
 * more. Readers get a 503 in their own language within ten seconds, and everything works again when it is back.
 */
export async function databaseAway({ seconds }: { seconds: number }): Promise<Report> {
  const { folder, remove } = temporaryFolder();
  const postgres = await startPostgres({ dataDir: folder });
  const line = await openLine(postgres.url);
  const site = await startSite(path.join(folder, 'data'), { DATABASE_URL: line.url, MIGRATION_DATABASE_URL: postgres.url, SEED: 'office' });
  try {
    const reader = new Reader(site.address);
    await reader.signIn(admin);
    const [record = ''] = await partnersOf(reader, 1);
    const [figures, faults, took, saved]: [string[], string[], number[], string[]] = [[], [], [], []];
    let slowest = { what: '', took: 0 };
    const at = async (what: string, good: readonly number[], asked: Promise<Answer>): Promise<Answer | null> => {
      const answer = await asked.catch(() => null);
      took.push(answer?.took ?? 30_000);
      if ((took.at(-1) ?? 0) > slowest.took) slowest = { what: `${what} (${answer?.status})`, took: took.at(-1) ?? 0 };
      if (!answer || !good.includes(answer.status)) faults.push(`${what}: ${answer?.status ?? 'cut off'}`);
      return answer;
    };
    const visit = async (state: string, good: readonly number[]): Promise<void> => {
      for (const [tag, sentence] of Object.entries(words)) {
        const answer = await at(`${state}: /${tag}/partners`, good, reader.get(`/${tag}/partners?q=${state.length}${performance.now()}`));
        if (answer?.status === 503 && !answer.text.includes(sentence)) faults.push(`${state}: ${tag} is not said in its words`);
        await at(`${state}: /${tag}/workspace`, good, reader.get(`/${tag}/workspace`));
      }
      await at(`${state}: live`, [200], reader.get('/health/live'));
    };
    const form = formIn((await reader.get(`${record}/edit`)).text);
    const backAgain = async (state: string): Promise<void> => {
      const began = performance.now();
      while ((await reader.get('/health/ready').catch(() => null))?.status !== 200 && performance.now() - began < 30_000) await wait(50);
      figures.push(`${state}: ready again after ${Math.round(performance.now() - began)} ms`);
      if (performance.now() - began > 10_000) faults.push(`${state}: ready too late`);
      await visit(`after ${state}`, [200]);
      const page = await reader.get(`${record}/edit`);
      const typed = `after ${state}`;
      const answer = await at(typed, [303], reader.post(`${record}/edit`, filled(formIn(page.text), { 'note.en': typed })));
      if (answer?.status === 303) saved.push(typed);
    };

    await line.cut();
    const until = performance.now() + seconds * 1_000;
    do {
      await visit('away', [503]);
      await at('away: ready', [503], reader.get('/health/ready'));
      const answer = await at('away: a form', [503], reader.post(`${record}/edit`, filled(form, { 'note.en': 'typed while it was away' })));
      if (!answer?.text.includes('typed while it was away')) faults.push('what was typed was lost');
      await wait(1_000);
    } while (performance.now() < until);
    await line.restore();
    await backAgain(`away for ${seconds} s`);

    line.mute();
    await visit('mute', [503]);
    await at('mute: ready', [503], reader.get('/health/ready'));
    await line.restore();
    await backAgain('mute');

    line.delay(2_000);
    await visit('slow', [200, 503]);
    line.delay(0);
    await backAgain('slow');

    for (let turn = 0; turn < 5; turn += 1) {
      const page = await reader.get(`${record}/edit`);
      const typed = `reset ${turn}`;
      const sending = reader.post(`${record}/edit`, page.status === 200 ? filled(formIn(page.text), { 'note.en': typed }) : form);
      await wait(turn * 12);
      await line.cut();
      const answer = await at('reset', [303, 503, 409], sending);
      if (answer?.status === 303) saved.push(typed);
      await line.restore();
      await wait(300);
    }
    await backAgain('reset in the middle of five transactions');

    const crowd = await takeAll(postgres.url);
    await visit('exhausted', [503]);
    await at('exhausted: ready', [503], reader.get('/health/ready'));
    await Promise.all(crowd.map((one) => one.end()));
    await backAgain('connections exhausted');

    await wait(500);
    const [held] = await asOwner(postgres.url, async (client) => (await client.query<{ all: number; busy: number }>("select count(*)::int as all, count(*) filter (where state <> 'idle')::int as busy from pg_stat_activity where application_name like 'povelja povelja_%'")).rows);
    const kept = await asOwner(postgres.url, async (client) => (await client.query<{ text: string }>("select after -> 'note' -> 'en' ->> 'text' as text from revision where table_name = 'organisation' and after -> 'note' is distinct from before -> 'note'")).rows.map(({ text }) => text));
    figures.push(`${took.length} requests: ${times(took)}, ${slowest.what}; connections held afterwards ${held?.all}, busy ${held?.busy}`);
    faults.push(...saved.filter((one) => kept.filter((text) => text === one).length !== 1).map((one) => `acknowledged and not there once: ${one}`), ...unkept([
      [Math.max(...took) < 10_000, `a request took ${Math.round(slowest.took)} ms: ${slowest.what}`], [(held?.all ?? 0) <= 14 && held?.busy === 0, `${held?.all} connections, ${held?.busy} busy`],
    ]), ...await asOwner(postgres.url, disagreements));
    return { figures, faults };
  } finally {
    await site.stop();
    await line.close();
    await postgres.stop();
    await remove();
  }
}

/** Ends the site's connections and takes every place that the server has. */
async function takeAll(url: string): Promise<Client[]> {
  const taken: Client[] = [];
  const ender = new Client({ connectionString: url });
  ender.on('error', () => {});
  await ender.connect();
  taken.push(ender);
  for (let refusedInARow = 0; refusedInARow < 3;) {
    await ender.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'povelja %'");
    const more = await Promise.allSettled(Array.from({ length: 30 }, async () => {
      const client = new Client({ connectionString: url });
      client.on('error', () => {});
      await client.connect();
      taken.push(client);
    }));
    refusedInARow = more.some(({ status }) => status === 'rejected') ? refusedInARow + 1 : 0;
  }
  return taken;
}
