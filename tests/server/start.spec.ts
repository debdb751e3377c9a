import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { orderOfClosing } from '#server/closing.ts';
import { runSite, startSite } from '../site.ts';
import { temporaryFolder } from '../temporary-folder.ts';

type Context = { after(run: () => void | Promise<void>): void };

test('parts are closed once, in reverse order, and one that fails does not keep the others up', async () => {
  const seen: string[] = [];
  const closing = orderOfClosing((line) => seen.push(line));
  closing.add('First', () => void seen.push('first'));
  closing.add('Second', () => Promise.reject(new Error('no')));
  closing.add('Third', () => void seen.push('third'));
  await Promise.all([closing.closeAll(), closing.closeAll()]);
  assert.deepEqual(seen, ['third', 'Second did not close cleanly: no', 'first']);
});

test('an unknown way to start is refused', () => {
  const run = spawnSync(process.execPath, ['server/start.mjs', 'fly'], { encoding: 'utf8' });
  assert.equal(run.status, 1);
  assert.match(run.stderr, /"fly" is not a way to start/);
});

test('the lockfile names every platform, or npm ci refuses it', () => {
  const run = spawnSync(process.execPath, ['server/complete-lockfile.mjs', 'check'], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
});

test('wrong settings are told in plain lines, and nothing is made', async (t) => {
  const dataDir = place(t);
  const site = await runSite(dataDir, { PORT: 'door', SEED: 'demo' });
  assert.equal(await site.exit, 1);
  assert.match(site.said(), /cannot start with these settings:\n {2}PORT must be .*\n {2}SEED must be/);
  assert.doesNotMatch(site.said(), /\n\s+at /);
  assert.equal(existsSync(dataDir), false);
});

test('a taken port is told in plain words, before anything is made', async (t) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  t.after(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const dataDir = place(t);
  const site = await runSite(dataDir, { PORT: String(port) });
  assert.equal(await site.exit, 1);
  assert.match(site.said(), new RegExp(`Port ${port} on 127.0.0.1 is taken by another program`));
  assert.equal(existsSync(dataDir), false);
});

test('the site comes up, outlives its killed database, and goes down in order when told', { timeout: 300_000 }, async (t) => {
  const dataDir = place(t);
  const site = await startSite(dataDir);
  t.after(() => void site.process.kill('SIGKILL'));
  assert.equal(await status(`${site.address}/health/ready`), 200);

  const killed = postmasterIn(dataDir);
  process.kill(killed, 'SIGKILL');
  const since = Date.now();
  do await wait(100);
  while ((postmasterIn(dataDir) === killed || (await status(`${site.address}/health/ready`)) !== 200) && Date.now() - since < 20_000);
  assert.ok(Date.now() - since < 10_000, `ready ${Date.now() - since} ms after the kill`);

  const last = postmasterIn(dataDir);
  const told = Date.now();
  assert.equal(await site.stop(), 0, site.said());
  assert.ok(Date.now() - told < 10_000, `down after ${Date.now() - told} ms`);
  assert.throws(() => process.kill(last, 0), { code: 'ESRCH' });
  await assert.rejects(fetch(`${site.address}/health/live`));
  assert.equal(existsSync(path.join(dataDir, 'postgres', 'claim.json')), false);
});

function place(t: Context): string {
  const { folder, remove } = temporaryFolder();
  t.after(remove);
  return path.join(folder, 'data');
}

async function status(address: string): Promise<number> {
  return (await fetch(address, { signal: AbortSignal.timeout(5_000) })).status;
}

function postmasterIn(dataDir: string): number {
  const file = path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
}

test('the authority of a mail server that .env names is there when Node 24 starts, unless the environment names another; one that is not there is told', (t) => {
  const root = place(t);
  for (const folder of ['server', 'node_modules/node/bin']) mkdirSync(path.join(root, folder), { recursive: true });
  for (const file of ['server/start.mjs', 'server/node-flags.mjs']) copyFileSync(file, path.join(root, file));
  for (const list of ['package-lock.json', 'node_modules/.package-lock.json']) writeFileSync(path.join(root, list), '{"packages":{}}');
  symlinkSync(process.execPath, path.join(root, 'node_modules/node/bin', path.basename(process.execPath)));
  writeFileSync(path.join(root, 'server/errand.ts'), "process.stdout.write(String(process.env.NODE_EXTRA_CA_CERTS), () => process.exit());\n");
  writeFileSync(path.join(root, 'own authority.pem'), '');
  const said = (line: string, env: Record<string, string> = {}) => {
    writeFileSync(path.join(root, '.env'), `PORT=3000\n${line}\nHOST=127.0.0.1\n`);
    const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
    return spawnSync(process.execPath, [path.join(root, 'server/start.mjs'), 'backup'], { encoding: 'utf8', env: { ...rest, ...env } });
  };
  assert.equal(said('NODE_EXTRA_CA_CERTS="own authority.pem" # of our mail server').stdout, 'own authority.pem');
  assert.equal(said('NODE_EXTRA_CA_CERTS=./own authority.pem').stdout, './own authority.pem');
  assert.equal(said('#NODE_EXTRA_CA_CERTS=gone.pem').stdout, 'undefined');
  assert.equal(said('NODE_EXTRA_CA_CERTS=gone.pem', { NODE_EXTRA_CA_CERTS: '/etc/other.pem' }).stdout, '/etc/other.pem');
  const gone = said('NODE_EXTRA_CA_CERTS=gone.pem');
  assert.deepEqual([gone.status, gone.stdout, gone.stderr], [1, '', 'NODE_EXTRA_CA_CERTS names gone.pem, and there is no such file.\n']);
});
