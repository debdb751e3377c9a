import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { verifyChain } from '#db/chain/verify.ts';
import { disagreements } from '../db/agreement.ts';
import { ask } from '../app/plain-http.ts';
import { asOwner } from '../cluster.ts';
import { acknowledged, fileForm, keepBringing, keepPublishing, keepSaving, newTally, partnersOf, type Tally } from './hands.ts';
import { times, unkept, type Report } from './report.ts';
import { openTown, type Town } from './town.ts';

/**
 * Kills the built site, as `npm start` runs it, in the middle of saving, bringing files and publishing, every second time its database
 * with it, and starts it again by the same command. Whoever had no answer sends the same form again, as a person would.
 */
export async function appKills({ kills }: { kills: number }): Promise<Report> {
  const town = await openTown();
  try {
    const reader = await town.ana();
    const [shown] = await town.ask<{ id: string; publication: 'published' | 'withdrawn' }>("select id, publication from organisation where slug = 'usaid'");
    const turned = `/en/workspace/partners/${shown?.id}`;
    const records = (await partnersOf(reader, 4)).filter((record) => record !== turned).slice(0, 3);
    const [project] = await town.ask<{ code: string }>("select code from project where slug = 'exchange-2'");
    const tally = newTally();
    const leaving = new AbortController();
    const hands = [
      ...records.map((record) => keepSaving(reader, record, tally, leaving.signal)),
      ...[1, 2].map(() => keepBringing(reader, project?.code ?? '', tally, leaving.signal)),
      keepPublishing(reader, turned, tally, leaving.signal, shown?.publication ?? 'published'),
    ];
    const ready: number[] = [];
    for (let round = 1; round <= kills; round += 1) {
      await further(tally, 6);
      await wait((round * 137) % 400); // not always at the same moment of a change
      await town.kill(round % 2 === 0 ? 'app and database' : 'app');
      ready.push(await town.start());
    }
    await further(tally, 6);
    leaving.abort();
    await Promise.all(hands);
    const faults = [...tally.faults, ...unkept([
      [acknowledged(tally) >= kills * 6, `only ${acknowledged(tally)} acts were acknowledged, too few to prove anything`],
      [tally.sentAgain.times >= kills, `only ${tally.sentAgain.times} forms were sent again, so the kills hit nothing`],
      [tally.stepped.length > 0 && tally.uploaded.length > 0, 'nothing was published or uploaded'],
      [Math.max(...ready) < 30_000, `the site was ready only after ${Math.max(...ready)} ms`],
    ]), ...await lost(town, tally, turned)];
    return {
      figures: [
        `${kills} kills, every second one of the database too; ready again: ${times(ready)}`,
        `acknowledged ${acknowledged(tally)}: ${tally.saved.length} saved, ${tally.drafted.length} drafted, ${tally.uploaded.length} files, ${tally.stepped.length} published or withdrawn; ${tally.sentAgain.times} forms sent again`,
      ],
      faults,
    };
  } finally {
    await town.leave();
  }
}

/** What was acknowledged and is not there, is there twice or in half, and where ledger and data disagree. */
async function lost(town: Town, tally: Tally, turned: string): Promise<string[]> {
  const notes = counted(await town.ask<{ text: string }>(`select r.after -> 'note' -> 'en' ->> 'text' as text from revision r where table_name = 'organisation' and r.after -> 'note' is distinct from r.before -> 'note'`));
  const titles = counted(await town.ask<{ text: string }>(`select title -> 'en' ->> 'text' as text from document`));
  const files = await town.ask<{ name: string; sha256: string; document_id: string; kept: string | null }>(
    `select name, sha256, document_id, (select encode(sha256(string_agg(bytes, ''::bytea order by place)), 'hex') from file_chunk c where c.store_key = f.store_key) as kept from document_file f`);
  const names = counted(files.map(({ name }) => ({ text: name })));
  const [last] = await town.ask<{ publication: string; slug: string }>('select publication, slug from organisation where id = $1', [turned.split('/').at(-1)]);
  const shown = await ask(`${town.address}/en/partners/${last?.slug}`);
  const verdict = await asOwner(town.databaseUrl(), (client) => verifyChain(client, readFileSync(path.join(town.dataDir, 'secrets', 'ledger-key'), 'utf8')));
  return [
    ...tally.saved.filter(({ text }) => notes.get(text) !== 1).map(({ text }) => `saved ${notes.get(text) ?? 0} times: ${text}`),
    ...tally.drafted.filter((title) => titles.get(title) !== 1).map((title) => `drafted ${titles.get(title) ?? 0} times: ${title}`),
    ...tally.uploaded.filter(({ text }) => names.get(`${text}.pdf`) !== 1).map(({ text }) => `taken in ${names.get(`${text}.pdf`) ?? 0} times: ${text}`),
    ...files.filter(({ name, sha256, kept }) => kept !== sha256 || sha256 !== hashOf(name.replace(/\.pdf$/, ''))).map(({ name }) => `half a file: ${name}`),
    ...unkept([
      [tally.stepped.at(-1) === undefined || last?.publication === tally.stepped.at(-1), `last acknowledged ${tally.stepped.at(-1)}, and it is ${last?.publication}`],
      [shown.status === (last?.publication === 'published' ? 200 : 410), `${last?.publication}, and the public page answers ${shown.status}`],
      [verdict.fault === null, verdict.fault ?? ''],
    ]),
    ...await asOwner(town.databaseUrl(), disagreements),
  ];
}

async function further(tally: Tally, acts: number): Promise<void> {
  const enough = acknowledged(tally) + acts;
  for (const end = performance.now() + 30_000; acknowledged(tally) < enough && performance.now() < end;) await wait(20);
}

function counted(rows: readonly { text: string | null }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of rows) if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Of the file that a hand brings under this text. */
function hashOf(text: string): string {
  const whole = fileForm([], text).toString('latin1');
  const from = whole.indexOf('%PDF-1.4');
  return createHash('sha256').update(Buffer.from(whole.slice(from, whole.lastIndexOf('\r\n--')), 'latin1')).digest('hex');
}
