import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { organisationEntry } from '#office/organisation/entry.ts';
import { demands, draft } from '#office/organisation/write.ts';
import { scheduleRecord } from '#office/publishing-steps.ts';
import { registerOf } from '#office/register-of.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { asOwner } from '../cluster.ts';
import { accepted, parsed, staff } from '../verbs.ts';

type Due = { readonly id: string; readonly moment: Date };

/** Publications that fall due while the site's clock is wrong. */
export type Calendar = {
  /** Schedules one that falls due in some seconds. */
  schedule(): Promise<Due>;
  /** Expects that it was published, once, and not before its moment; where the site's clock is behind, that it waits. */
  expect(due: Due, where: { behind: boolean }, faults: string[], said: string): Promise<void>;
  /** Expects all that waited to be published once the clock is right, and what is due in hours to be where it was. */
  settled(faults: string[], said: string): Promise<void>;
  count(): number;
};

const [soon, patience] = [2_500, 12_000];

export async function openCalendar(url: string): Promise<Calendar> {
  const { rows: [ana] } = await asOwner(url, (client) => client.query<{ id: string }>('select id from person order by created_at limit 1'));
  const publisher: Staff = { ...staff('publisher'), id: ana?.id ?? '' };
  const later = await scheduled(publisher, new Date(Date.now() + 3 * 3_600_000));
  const waiting: Due[] = [];
  let count = 1;

  const look = (id: string) => asOwner(url, async (client) => {
    const { rows: [row] } = await client.query<{ publication: string; times: number; first: Date | null }>(
      `select publication, (select count(*)::int from change where record_id = o.id and action = 'organisation.publish') as times,
        (select min(at) from change where record_id = o.id and action = 'organisation.publish') as first from organisation o where id = $1`, [id]);
    return row;
  });
  const published = async ({ id, moment }: Due, faults: string[], said: string): Promise<void> => {
    const until = performance.now() + patience;
    while ((await look(id))?.publication !== 'published' && performance.now() < until) await wait(200);
    const found = await look(id);
    if (found?.times !== 1 || found.publication !== 'published') faults.push(`${said}: what was due is ${found?.publication}, published ${found?.times} times`);
    else if (found.first && found.first < moment) faults.push(`${said}: published ${moment.getTime() - found.first.getTime()} ms too early`);
  };

  return {
    async schedule() {
      count += 1;
      const moment = new Date(Date.now() + soon);
      return { id: await scheduled(publisher, moment), moment };
    },
    async expect(due, { behind }, faults, said) {
      if (!behind) return published(due, faults, said);
      await wait(Math.max(0, due.moment.getTime() + soon - Date.now()));
      if ((await look(due.id))?.publication !== 'scheduled') faults.push(`${said}: published while the site's clock had not come to its moment`);
      waiting.push(due);
    },
    async settled(faults, said) {
      for (const due of waiting.splice(0)) await published(due, faults, said);
      const found = await look(later);
      if (found?.publication !== 'scheduled') faults.push(`${said}: what is due in hours is ${found?.publication}`);
    },
    count: () => count,
  };
}

async function scheduled(publisher: Staff, moment: Date): Promise<string> {
  const name = randomUUID();
  const entry = parsed(organisationEntry, { 'name.sr-Cyrl': [`Заказано ${name}`], 'name.en': [`Scheduled ${name}`], kind: ['local_government'] });
  const id = accepted(await draft(systemViewer, { entry }));
  accepted(await scheduleRecord(publisher, registerOf('organisation'), { id, moment, now: new Date() }, demands as unknown as Parameters<typeof scheduleRecord>[3]));
  return id;
}
