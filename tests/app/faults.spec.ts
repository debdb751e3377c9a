import { expect, test } from '@playwright/test';
import { appKills } from '../trials/app-kills.ts';
import { clocks } from '../trials/clocks.ts';
import { partnersOf } from '../trials/hands.ts';
import { crowd, polled, rolling } from '../trials/instances.ts';
import type { Report } from '../trials/report.ts';
import { manyPeople, pressedTwice } from '../trials/savers.ts';
import { slowClients } from '../trials/slow.ts';
import { openTwo, type Two } from '../trials/two.ts';
import { asOwner } from '../cluster.ts';
import { admin } from '../site.ts';
import { Reader } from './plain-http.ts';

// The same in full numbers is `npm run trials`. Two instances of the built site on one durable database serve all but the last two.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

let two: Two;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  two = await openTwo();
});
test.afterAll(() => two?.leave());

function expectKept({ faults, figures }: Report): void {
  expect(faults, figures.join('\n')).toEqual([]);
}

test('published or withdrawn through one of two instances, a page is new in both within a second and never old again', async () => {
  expectKept(await polled({ turns: 10 }, two));
});

test('five hundred at once before an empty cache are all answered within two seconds', async () => {
  expectKept(await crowd({ people: 500 }, two));
});

test('many save one record at once: one does, and the others keep what they typed; one form pressed often is one record', async () => {
  const reader = new Reader(two.front.address);
  await reader.signIn(admin);
  const [record = ''] = await partnersOf(reader, 1);
  expectKept(await manyPeople({ people: 12 }, reader, record));
  const count = (name: string) => asOwner(two.postgres.url, async (client) => (await client.query("select from organisation where name -> 'sr-Cyrl' ->> 'text' = $1", [name])).rows.length);
  expectKept(await pressedTwice({ presses: 8 }, reader, count));
});

test('instances that are started anew in turn lose no request, not even a form that the other one drew', async () => {
  expectKept(await rolling({ requests: 300, restarts: 2 }, two));
});

test('slow connections are cut off, and whoever reads meanwhile does not notice', async () => {
  expectKept(await slowClients({ connections: 300, seconds: 16 }, two.own[0]));
});

test('the app killed in the middle of saving, bringing files and publishing, once with its database: whole or absent, and up again by itself', async () => {
  expectKept(await appKills({ kills: 2 }));
});

test('a clock of the app that is a day behind, or years ahead on the eve of 29 February, signs nobody out, moves no day, publishes and reminds neither early nor twice', async () => {
  expectKept(await clocks({ zones: ['America/New_York', 'Pacific/Kiritimati'], jumps: ['a day behind', '29 February begins'] }));
});
