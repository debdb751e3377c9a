// The first step: plain Node 20 or newer, nothing but what Node brings. Installs what is missing, then hands over to
// the Node 24 that npm installed: `start` (default) and `dev` to server/main.ts, `test` to tests/run.ts,
// `trials` to tests/trials.ts, `bench` to bench/run.ts, and errands (`backup`, `restore`, `ledger:verify`,
// `ledger:export`, `person:link`, `sessions:end`, `security:events`) to server/errand.ts.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from './node-flags.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [mode = 'start', ...rest] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 20) leave(`Povelja needs Node 20 or newer to start; this is ${process.version}.`);
const errands = ['backup', 'restore', 'ledger:verify', 'ledger:export', 'person:link', 'sessions:end', 'security:events'];
const modes = ['start', 'dev', 'test', 'trials', 'bench', ...errands];
if (!modes.includes(mode)) leave(`"${mode}" is not a way to start Povelja: ${modes.slice(0, -1).join(', ')} or ${modes.at(-1)}.`);
installWhatIsMissing();
if (errands.includes(mode)) handOver(['server/errand.ts', mode, ...rest]);
else start();

function start() {
  const other = { test: 'tests/run.ts', trials: 'tests/trials.ts', bench: 'bench/run.ts' }[mode];
  handOver(other ? [other, ...rest] : [...nodeFlags, 'server/main.ts', mode]);
}

function installWhatIsMissing() {
  if (existsSync(node24()) && isInstalled()) return;
  console.log('Installing what is missing…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Under NODE_ENV=production npm would leave out what the tests need. It would warn of every package that wants a newer Node, which is the one that it installs.
  const run = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.error) leave(`npm could not be run: ${run.error.message}`);
  if (run.status !== 0) leave('The packages could not be installed; npm says why above.');
  if (!existsSync(node24())) leave('npm installed the packages, but not Node 24: its install script was not allowed to run.');
}

// npm leaves its own list inside node_modules when, and only when, an installation has ended well. An optional package
// may be absent, since most of them are for other platforms.
function isInstalled() {
  const list = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const there = packagesIn(list);
  return Object.entries(packagesIn(path.join(root, 'package-lock.json'))).every(
    ([place, { version, optional }]) => place === '' || there[place]?.version === version || (optional && !there[place]),
  );
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function node24() {
  return path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

// The channel tells the next process when this one is killed without a word, so that nothing is left running.
function handOver(args) {
  const child = spawn(node24(), args, { cwd: root, env: { ...authorities(), ...process.env }, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) followParent(() => child.kill('SIGTERM'));
  child.once('error', (error) => leave(`Node 24 could not be run: ${error.message}`));
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

// Node reads this one when it starts, and `.env` is read later; all else in there is read by the process that needs it.
function authorities() {
  const file = path.join(root, '.env');
  const [, named] = (existsSync(file) && /^\s*(?:export\s+)?NODE_EXTRA_CA_CERTS\s*=\s*(.*?)\s*$/m.exec(readFileSync(file, 'utf8'))) || [];
  const certificates = named?.replace(/^(["'`])(.*)\1.*$|\s+#.*$/, '$2');
  if (!certificates) return {};
  if (!process.env.NODE_EXTRA_CA_CERTS && !existsSync(path.resolve(root, certificates))) leave(`NODE_EXTRA_CA_CERTS names ${certificates}, and there is no such file.`);
  return { NODE_EXTRA_CA_CERTS: certificates };
}

// npm tells only the shell between us that it is to end, and that shell ends without telling us.
function followParent(end) {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    end();
  }, 300);
  look.unref();
}

function leave(why) {
  console.error(why);
  process.exit(1);
}
