import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures were taken on. Times mean nothing without it. */
export function machine(): string {
  const [first] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${first?.model.trim() || 'unknown processor'}, ${cpus().length} cores, ${memory} of memory, ${process.platform} ${process.arch}, Node ${process.version}`;
}

/** How many processes wanted the processor, on average over the last minute. */
export function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
