import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nodeFlags } from '#server/node-flags.mjs';
import { startPostgres } from '#server/postgres.ts';
import { ask, filled, formIn, Reader } from '../app/plain-http.ts';
import { asOwner } from '../cluster.ts';
import { admin, startSite } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { partnersOf } from './hands.ts';
import { times, unkept, type Report } from './report.ts';
import { openRoundRobin } from './round-robin.ts';
import { freePort } from './town.ts';

/**
 * The version in the folder `older` at work, while this one is started beside it on the same database and takes its place: nobody is failed, and
 * the forms that the older one drew are saved by the newer.
 */
export async function versions({ older }: { older: string | undefined }): Promise<Report> {
  if (!older || !existsSync(path.join(older, 'server', 'main.ts'))) return { figures: ['not tried: name the folder of an older, installed version in POVELJA_OLDER'], faults: [] };
  const { folder, remove } = temporaryFolder();
  const postgres = await startPostgres({ dataDir: folder });
  const front = await openRoundRobin();
  const start = async (root: string) => {
    const port = await freePort();
    const settings = { DATABASE_URL: postgres.url, PORT: String(port), PUBLIC_URL: front.address, TRUSTED_PROXY: '127.0.0.1', SEED: 'office' };
    return { ...(await startSite(path.join(folder, 'data'), settings, [...nodeFlags, path.join(root, 'server', 'main.ts')])), own: `http://127.0.0.1:${port}` };
  };
  const old = await start(path.resolve(older));
  let fresh: Awaited<ReturnType<typeof start>> | undefined;
  try {
    await front.lead([old.own]);
    const reader = new Reader(front.address);
    await reader.signIn(admin);
    const [written = '', ...records] = await partnersOf(reader, 4);
    const opened = await Promise.all(records.map(async (record) => ({ record, form: formIn((await reader.get(`${record}/edit`)).text) })));
    const [took, faults, leaving]: [number[], string[], AbortController] = [[], [], new AbortController()];
    const note = ({ status, took: ms }: { status: number; took: number }, what: string): void => {
      took.push(ms);
      if (![200, 303].includes(status)) faults.push(`${what}: ${status}`);
    };
    const load = [0, 1, 2, 3].map(async (number) => {
      for (let turn = number; !leaving.signal.aborted; turn += 1) {
        const at = ['/en', '/sr-Cyrl/agreements', '/en/partners', '/sr-Latn/networks'][turn % 4] ?? '/en';
        note(await ask(`${front.address}${at}`), at);
        await wait(20);
      }
    });
    const writing = (async () => {
      for (let turn = 0; !leaving.signal.aborted; turn += 1) {
        const page = await reader.get(`${written}/edit`);
        note(page, 'a form asked for');
        if (page.status === 200) note(await reader.post(`${written}/edit`, filled(formIn(page.text), { 'note.en': `versions ${turn}` })), 'a form sent');
      }
    })();
    fresh = await start(path.resolve(import.meta.dirname, '../..'));
    await front.lead([fresh.own]);
    await wait(1_000);
    await old.stop();
    const sent = await Promise.all(opened.map(({ record, form }) => reader.post(`${record}/edit`, filled(form, { 'note.en': 'drawn by the older, sent to the newer' }))));
    leaving.abort();
    await Promise.all([...load, writing]);
    const applied = await asOwner(postgres.url, async (client) => (await client.query('select from applied_migration')).rows.length);
    return {
      figures: [`${took.length} requests while this version took the place of the older one (${applied} migrations now): ${faults.length} failed, ${times(took)}; forms of the older one: ${sent.map(({ status }) => status).join(', ')}`],
      faults: [...faults.slice(0, 10), ...failuresIn('older', old.said()), ...failuresIn('newer', fresh.said()), ...unkept([[sent.every(({ status }) => status === 303), 'a form of the older version was not saved']])],
    };
  } finally {
    await front.close();
    await old.stop();
    await fresh?.stop();
    await postgres.stop();
    await remove();
  }
}

/** What a site said of requests that it failed, as far as it is worth reading. */
function failuresIn(version: string, said: string): string[] {
  const lines = said.split('\n');
  return lines.flatMap((line, at) => (/^50[03] /.test(line) ? [`the ${version} said: ${lines.slice(Math.max(0, at - 2), at + 4).join(' | ').slice(0, 600)}`] : [])).slice(0, 5);
}
