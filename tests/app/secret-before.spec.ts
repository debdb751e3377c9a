import path from 'node:path';
import { expect, test } from '@playwright/test';
import { admin, startSite, type Site } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { partnersOf } from '../trials/hands.ts';
import { opensSession } from './doors/subjects.ts';
import { filled, formIn, Reader } from './plain-http.ts';

const ground = temporaryFolder();
const [old, fresh] = ['стара тајна инсталације, довољно дуга', 'нова тајна инсталације, такође дуга'];
let site: Site | undefined;

test.afterAll(async () => {
  await site?.stop();
  await ground.remove();
});

/** Starts it anew at the same address, on the same data, with these secrets. */
async function restart(secrets: { AUTH_SECRET: string; AUTH_SECRET_BEFORE?: string }): Promise<Site> {
  const port = site && new URL(site.address).port;
  await site?.stop();
  site = await startSite(path.join(ground.folder, 'data'), { ...secrets, ...(port ? { PORT: port } : {}) });
  return site;
}

test('a new secret of the installation signs nobody out while the one before is named, and politely asks to sign in once it is not', async () => {
  test.setTimeout(120_000);
  const { address } = await restart({ AUTH_SECRET: old });
  const [ana, again] = [new Reader(address), new Reader(address)];
  expect((await ana.signIn(admin)).status).toBe(303);
  expect(await opensSession(ana.cookies(), old)).toBe(true);
  const [record = ''] = await partnersOf(ana, 1);
  const opened = formIn((await ana.get(`${record}/edit`)).text);

  await restart({ AUTH_SECRET: fresh, AUTH_SECRET_BEFORE: old });
  expect((await ana.get('/en/workspace')).status).toBe(200);
  expect((await ana.post(`${record}/edit`, filled(opened, { 'note.en': 'drawn under the one, sent under the other' }))).status).toBe(303);
  expect((await ana.get(record)).text).toContain('drawn under the one, sent under the other');
  expect((await again.signIn(admin)).status).toBe(303);
  expect([await opensSession(again.cookies(), fresh), await opensSession(again.cookies(), old)]).toEqual([true, false]);

  await restart({ AUTH_SECRET: fresh });
  expect((await again.get('/en/workspace')).status).toBe(200);
  const turned = await ana.get('/en/workspace/partners');
  expect([turned.status, turned.headers.location]).toEqual([307, `/en/sign-in?next=${encodeURIComponent('/en/workspace/partners')}`]);
  const door = await ana.get(turned.headers.location ?? '');
  expect(door.status).toBe(200);
  expect(door.text).toContain('type="password"');
  expect((await ana.signIn(admin)).status).toBe(303);
  expect((await ana.get('/en/workspace/partners')).status).toBe(200);
});
