import { defineConfig } from '@playwright/test';

// Run through `npm test`, which brings up the site and names it here; alone, name a running site in POVELJA_URL.
export default defineConfig({
  testDir: 'tests/app',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.POVELJA_RESULTS ? [['list'], ['json', { outputFile: process.env.POVELJA_RESULTS }]] : 'list',
  use: {
    baseURL: process.env.POVELJA_URL ?? 'http://127.0.0.1:3000',
    browserName: 'chromium',
    // What cannot be clicked fails by itself, long before its journey runs out of time.
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    launchOptions: {
      executablePath: process.env.POVELJA_CHROMIUM,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
