// Run by hand after `npm install` on a registry that does not carry every platform's packages: npm then leaves those out
// of package-lock.json, and `npm ci` refuses it, here and everywhere. This puts each left-out optional package back by
// the version that its parent names; npm skips it where the platform differs and fetches it where it fits.
// With the word `check` it only says what is left out, and ends with 1 where something is.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = leftOut(lock.packages);
const names = added.map(({ name }) => name).join(', ');
if (added.length === 0) console.log('The lockfile is complete.');
else if (process.argv[2] === 'check') leave(`package-lock.json lacks ${names}: run "node server/complete-lockfile.mjs".`);
else putBack();

function leave(why) {
  console.error(why);
  process.exit(1);
}

function putBack() {
  for (const { name, version } of added) {
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
  }
  const { '': root, ...rest } = lock.packages;
  const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = { '': root, ...Object.fromEntries(sorted) };
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Put back: ${names}`);
}

// Optional packages that some parent names and the lockfile lacks.
function leftOut(packages) {
  const missing = new Map();
  for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      const nested = place === '' ? '' : `${place}/node_modules/${name}`;
      if (packages[`node_modules/${name}`] || packages[nested]) continue;
      missing.set(name, range.replace(/^[\^~]/, ''));
    }
  }
  return [...missing].map(([name, version]) => ({ name, version }));
}

// What a platform package runs on stands in its name: @scope/tool-linux-arm64-musl, esbuild's @esbuild/win32-x64.
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'windows'].includes(word));
  const cpu = words.find((word) => ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'].includes(word));
  const libc = words.includes('musl') || words.includes('musleabihf') ? 'musl' : words.includes('gnu') || words.includes('gnueabihf') ? 'glibc' : undefined;
  if (!cpu && !os) throw new Error(`${name} does not say in its name what it runs on; add it to package-lock.json by hand.`);
  return {
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(libc && os === 'linux' ? { libc: [libc] } : {}),
    ...(os ? { os: [os === 'windows' ? 'win32' : os] } : {}),
  };
}
