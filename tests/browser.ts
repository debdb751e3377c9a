import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The browser for journeys: the one that the environment names, else an installed Chromium or Chrome, else Playwright's
 * own, fetched where it is missing, else Debian's package where we are root. Answers its path; throws where none is to be had.
 */
export async function findBrowser(log: (line: string) => void): Promise<string> {
  const named = process.env.POVELJA_CHROMIUM || process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`The environment names ${named} as the browser, and no such file exists.`);
  }
  const { chromium } = await import('@playwright/test');
  const own = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined);
  const found = installed() ?? own();
  if (found) return found;
  log('No browser is installed; fetching Chromium…');
  tell(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  const fetched = own();
  if (fetched) return fetched;
  if (process.getuid?.() === 0) {
    // Somebody else may be installing something just then.
    const patient = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
    tell('apt-get', ['update', ...patient]);
    tell('apt-get', ['install', '-y', ...patient, '--no-install-recommends', 'chromium']);
    const packaged = installed();
    if (packaged) return packaged;
  }
  throw new Error('No browser could be found or fetched. Install Chromium, or name one in POVELJA_CHROMIUM.');
}

function installed(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = [
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, process.platform === 'win32' ? `${name}.exe` : name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return places.find((place) => existsSync(place));
}

function tell(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
