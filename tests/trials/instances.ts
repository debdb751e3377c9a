import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ask, filled, formIn, Reader } from '../app/plain-http.ts';
import { asOwner } from '../cluster.ts';
import { admin } from '../site.ts';
import { percentile, times, unkept, type Report } from './report.ts';
import { openTwo, type Two } from './two.ts';

/** How old a page may be after the reply to whoever changed it, in milliseconds; the second is where the listener's line was cut just before. */
const limits = { usual: 1_000, cut: 2_000 };

/**
 * Publishes and withdraws one record in turn while both instances are asked for its page without end. Every tenth time the
 * line on which they hear of changes is cut just before. A page that once was new is never old again.
 */
export async function polled({ turns }: { turns: number }, two?: Two): Promise<Report> {
  const own = two ?? await openTwo();
  try {
    const reader = new Reader(own.front.address);
    await reader.signIn(admin);
    const id = await asOwner(own.postgres.url, async (client) => (await client.query<{ id: string }>("select id from organisation where slug = 'usaid'")).rows[0]?.id);
    const leaving = new AbortController();
    const seen = own.own.map((): { asked: number; status: number }[] => []);
    const pollers = own.own.map(async (address, which) => {
      while (!leaving.signal.aborted) {
        const asked = performance.now();
        const { status } = await ask(`${address}/en/partners/usaid`);
        seen[which]?.push({ asked, status });
        await wait(4);
      }
    });
    const steps: { at: number; status: number; limit: number }[] = [];
    const faults: string[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const cut = turn % 10 === 9;
      if (cut) await asOwner(own.postgres.url, (client) => client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'povelja epoch'"));
      const withdraws = turn % 2 === 0;
      const at = `/en/workspace/partners/${id}/${withdraws ? 'withdraw' : 'publish'}`;
      const answer = await reader.fillIn(at, withdraws ? { 'publicReason.sr-Cyrl': 'проба' } : {});
      if (answer.status !== 303) faults.push(`${at}: ${answer.status}`);
      steps.push({ at: performance.now(), status: withdraws ? 410 : 200, limit: cut ? limits.cut : limits.usual });
      await wait(150);
    }
    await wait(limits.cut);
    leaving.abort();
    await Promise.all(pollers);
    const lags = seen.flatMap((answers) => judge(answers, steps, faults));
    return {
      figures: [`${turns} times published or withdrawn, ${seen[0]?.length} and ${seen[1]?.length} times asked; new after the reply: ${times(lags)}`],
      faults: [...faults, ...unkept([[seen.every((answers) => answers.length > turns * 3), 'too few answers to prove anything']])],
    };
  } finally {
    if (!two) await own.leave();
  }
}

function killed({ process: child }: ReturnType<Two['site']>): Promise<void> {
  child.kill('SIGKILL');
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** How long after each step the first new page was asked for; whoever got an old page after its limit, or after a new one, is a fault. */
function judge(answers: readonly { asked: number; status: number }[], steps: readonly { at: number; status: number; limit: number }[], faults: string[]): number[] {
  return steps.flatMap(({ at, status, limit }, number) => {
    const until = steps[number + 1]?.at ?? Infinity;
    // Whoever asks while the next step is under way may see either.
    const within = answers.filter(({ asked }) => asked > at && asked < until - 200);
    const first = within.findIndex((one) => one.status === status);
    const old = within.filter((one, place) => one.status !== status && (one.asked > at + limit || (first >= 0 && place > first)));
    if (old.length > 0) faults.push(`step ${number} (${status}): ${old.length} old pages, one ${Math.round((old.at(-1)?.asked ?? 0) - at)} ms after`);
    return first >= 0 ? [(within[first]?.asked ?? at) - at] : [];
  });
}

/** A crowd before a cache that was just emptied: everybody is answered, and one page is drawn once. */
export async function crowd({ people }: { people: number }, two?: Two): Promise<Report> {
  const own = two ?? await openTwo();
  try {
    const took: number[] = [];
    const statuses: Record<string, number> = {};
    for (const address of own.own) {
      await asOwner(own.postgres.url, (client) => client.query('notify povelja_public'));
      await wait(30);
      const answers = await Promise.all(Array.from({ length: people }, () => ask(`${address}/en/partners`).catch((error: NodeJS.ErrnoException) => ({ status: error.code ?? error.message, took: 30_000 }))));
      for (const one of answers) {
        took.push(one.took);
        statuses[one.status] = (statuses[one.status] ?? 0) + 1;
      }
    }
    return {
      figures: [`${people} connections at once to each instance just after its cache was emptied: ${times(took)}; ${JSON.stringify(statuses)}`],
      faults: unkept([[statuses[200] === people * 2, `answers: ${JSON.stringify(statuses)}`], [percentile(took, 0.99) < 2_000, `p99 ${Math.round(percentile(took, 0.99))} ms`]]),
    };
  } finally {
    if (!two) await own.leave();
  }
}

/**
 * So many requests through the proxy, of readers and of people who save, while the two instances are started anew in turn. The
 * forms that are sent were opened before, so that most go to an instance that did not draw them. Where they are killed instead, what was
 * under way may be cut off, and nothing that was acknowledged is lost.
 */
export async function rolling({ requests, restarts, ends = 'in order' }: { requests: number; restarts: number; ends?: 'in order' | 'killed' }, two?: Two): Promise<Report> {
  const own = two ?? await openTwo();
  try {
    const reader = new Reader(own.front.address);
    await reader.signIn(admin);
    const tally = { asked: 0, failed: [] as string[], saved: [] as string[], took: [] as number[], over: false };
    const note = async (what: string, good: readonly number[], asked: Promise<{ status: number; took: number }>) => {
      tally.asked += 1;
      const answer = await asked.catch((error: Error) => ({ status: 0, took: 0, error: error.message }));
      tally.took.push(answer.took);
      if (!good.includes(answer.status)) tally.failed.push(`${what}: ${answer.status} ${'error' in answer ? answer.error : ''}`);
      return answer.status;
    };
    const enough = () => tally.over && tally.asked >= requests;
    const pages = ['/en', '/sr-Cyrl/agreements', '/sr-Latn/partners', '/en/partners/usaid', '/sr-Cyrl/networks', '/sr-Latn/map', '/sr-Cyrl/search?q=nis'];
    const readers = Array.from({ length: 12 }, async (_, number) => {
      for (let turn = number; !enough(); turn += 1) {
        const at = pages[turn % pages.length] ?? '/en';
        await note(at, [200], ask(`${own.front.address}${at}`));
      }
    });
    const { text } = await reader.get('/en/workspace/partners?sort=code');
    const records = [...new Set([...text.matchAll(/href="(\/en\/workspace\/partners\/[0-9a-f-]{36})"/g)].map(([, address = '']) => address))].slice(0, 2);
    const writers = records.map(async (record, number) => {
      for (let turn = 0; !enough(); turn += 1) {
        const page = await reader.get(`${record}/edit`).catch(() => null);
        tally.asked += 1;
        if (page?.status !== 200) {
          tally.failed.push(`${record}/edit: ${page?.status ?? 'cut off'}`);
          continue;
        }
        const typed = `rolling ${number} ${turn} ${randomUUID()}`;
        await wait(120);
        if (await note('a form', [303], reader.post(`${record}/edit`, filled(formIn(page.text), { 'note.en': typed }))) === 303) tally.saved.push(typed);
      }
    });
    const restarted: number[] = [];
    for (let turn = 0; turn < restarts; turn += 1) {
      const which = turn % 2 as 0 | 1;
      await wait(400);
      const began = performance.now();
      if (ends === 'killed') await killed(own.site(which));
      else if ((await own.site(which).stop()) !== 0) tally.failed.push(`instance ${which} did not end in order`);
      restarted.push(performance.now() - began);
      await own.start(which);
      await wait(400); // until the proxy has seen that it is ready
    }
    tally.over = true;
    await Promise.all([...readers, ...writers]);
    const kept = await asOwner(own.postgres.url, async (client) =>
      (await client.query<{ text: string }>("select after -> 'note' -> 'en' ->> 'text' as text from revision where table_name = 'organisation' and after -> 'note' -> 'en' ->> 'text' like 'rolling %'")).rows.map((row) => row.text));
    const failed = ends === 'killed' ? tally.failed.filter((one) => !/: (502|503|0|undefined|cut off)/.test(one)) : tally.failed;
    const lost = tally.saved.filter((one) => kept.filter((other) => other === one).length !== 1);
    return {
      figures: [`${tally.asked} requests while instances were ${ends === 'killed' ? 'killed and ' : ''}started anew ${restarts} times in turn (down after ${times(restarted)}): ${tally.failed.length} failed; ${times(tally.took)}; ${tally.saved.length} forms saved`],
      faults: [...failed.slice(0, 10), ...lost.map((one) => `acknowledged and not there once: ${one}`), ...unkept([[tally.asked >= requests, 'too few requests'], [tally.saved.length > restarts, 'too few forms']])],
    };
  } finally {
    if (!two) await own.leave();
  }
}
