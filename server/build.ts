import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const stamp = path.join(root, '.next', 'povelja-build');
const sources = ['app', 'components', 'office', 'db', 'messages', 'public'];
const settings = ['package-lock.json', 'next.config.mjs', 'postcss.config.mjs', 'tsconfig.json'];

/**
 * Builds the pages with Next where the last build was made from other sources or with another key, and answers the name
 * of the build. Needs the key of server actions, which the build writes into itself. Throws where the build fails.
 */
export async function buildWhereStale(actionsKey: string, log: (line: string) => void, leaving?: AbortSignal): Promise<string> {
  const wanted = fingerprint(actionsKey);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return wanted.slice(0, 16);
  log('Building the pages (about a minute)…');
  rmSync(stamp, { force: true }); // a build that dies half-way must not count as one
  await nextBuild({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey, POVELJA_BUILD: wanted.slice(0, 16) }, leaving);
  writeFileSync(stamp, wanted);
  return wanted.slice(0, 16);
}

/** One hash over everything that the build is made from. */
export function fingerprint(actionsKey: string): string {
  const hash = createHash('sha256').update(actionsKey);
  const files = sources.flatMap((folder) => globSync(`${folder}/**/*`, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of [...files, ...settings.map((name) => path.join(root, name))].toSorted()) {
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function nextBuild(extra: Record<string, string>, leaving: AbortSignal | undefined): Promise<void> {
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...process.env, ...extra, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: leaving,
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => said.push(part));
  child.stderr.on('data', (part: Buffer) => said.push(part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The pages could not be built.\n${Buffer.concat(said).toString('utf8')}`));
    });
  });
}
