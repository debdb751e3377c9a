import { placedFault } from '#db/plain-fault.ts';

/**
 * From here on whatever is written to `console.error` and `console.warn` is one line each. The framework would
 * write an error with its stack, and a failed query with its values, among them what a reader typed: of these the log gets
 * the code, the words and the place of the error behind it.
 */
export function logPlainly(): void {
  const write = (...said: unknown[]) => void process.stderr.write(`${plainly(...said)}\n`);
  Object.assign(console, { error: write, warn: write });
}

/** What was said in one line of plain characters, at most 400. */
export function plainly(...said: unknown[]): string {
  const words = said.map((one) => (one instanceof Error ? placedFault(one) : typeof one === 'string' ? one : '')).join(' ');
  return words.replace(colour, '').replace(/\s+/g, ' ').replace(/[^\P{Cc} ]/gu, '').trim().slice(0, 400);
}

// Terminals colour by an escape, which no expression may hold as it is.
const colour = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');
