import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import type { Count } from './run.ts';

/** Runs specs with Node's own runner, two files at once, each in a process of its own. */
export function runSpecs(files: string[], leaving: AbortSignal): Promise<Count> {
  const stream = run({ files, concurrency: 2, signal: leaving, timeout: 300_000 });
  return new Promise((resolve, reject) => {
    let count: Count | undefined;
    stream.on('test:summary', ({ file, counts }) => {
      // Each file has a summary of its own; the one without a name is that of all.
      if (file === undefined) count = { passed: counts.passed, failed: counts.tests - counts.passed - counts.skipped - counts.todo };
    });
    stream.once('error', reject);
    stream.once('end', () => (count ? resolve(count) : reject(new Error('The specs ended without a count.'))));
    stream.compose(new spec()).pipe(process.stdout, { end: false });
  });
}
