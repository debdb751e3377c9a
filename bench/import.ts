import { setTimeout as wait } from 'node:timers/promises';
import { connect, disconnect } from '#db/client.ts';
import { check } from '#office/import/checking.ts';
import { countsOf } from '#office/import/read.ts';
import { takeIn } from '#office/import/running.ts';
import { confirm } from '#office/import/write.ts';
import { verbs } from '#server/jobs/importing.ts';
import { brought, person, today } from '../tests/office/import-ground.ts';
import { accepted } from '../tests/verbs.ts';
import { milliseconds, type Figure } from './figures.ts';
import type { MeasuredSite } from './site.ts';

/** A table of so many new organisations, read and judged, and then taken in row by row as the site's own clock does. */
export async function measureImport(site: Pick<MeasuredSite, 'databaseUrl'>, many: number): Promise<Figure[]> {
  connect({ url: site.databaseUrl });
  try {
    const viewer = await person('publisher');
    const mark = Date.now().toString(36);
    const rows = Array.from({ length: many }, (_, n) => `Удружење ${mark} број ${n};Association ${mark} number ${n};ngo;RS;https://${mark}-${n}.example`);
    const judging = performance.now();
    const id = await brought(viewer, 'organisation', ['Назив;Назив (енглески);Врста;Држава;Веб-сајт', ...rows].join('\n'));
    await check(id, { today: () => today });
    const judged = performance.now() - judging;
    accepted(await confirm(viewer, { id, entry: { rest: 'good' } }));
    const began = performance.now();
    const processor = process.cpuUsage();
    // The site's own clock takes rows in as well, one of the two at a time.
    let counts = await countsOf(id);
    for (; counts.waiting > 0; counts = await countsOf(id)) if (await takeIn(verbs, { today: () => today }) === 0) await wait(20);
    const seconds = (performance.now() - began) / 1_000;
    const { user, system } = process.cpuUsage(processor);
    return [
      { name: `${many} rows of a table read and judged`, value: `${milliseconds(judged)}, ${Math.round(many / (judged / 1_000))} rows/s`, goal: '', met: null },
      { name: `the same rows taken in, each a change of its own (${JSON.stringify(counts)})`, value: `${seconds.toFixed(1)} s, ${(many / seconds).toFixed(1)} rows/s, processor of this process, without the site's, ${milliseconds((user + system) / 1_000 / many)} a row`, goal: '', met: null },
    ];
  } finally {
    await disconnect();
  }
}
