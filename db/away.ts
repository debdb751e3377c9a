// SQLSTATEs that say the server goes, is not there yet, takes nobody more, or gave up waiting: 57P01 and 57P02 shut down,
// 57P03 starting, 57014 cancelled by the time limit, 25P03 and 25P04 idle or open for too long, 53300 no room.
const states = new Set(['57P01', '57P02', '57P03', '57P05', '57014', '25P03', '25P04', '53300']);
const sockets = new Set(['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENOTFOUND', 'EAI_AGAIN']);
// What pg says in words alone.
const words = /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client (has encountered a connection error|was closed) and is not queryable|Cannot use a pool after calling end)/;

/** Whether the database was not there, went, or did not answer in time: worth another try in a minute, and no fault of ours. */
export function isDatabaseAway(error: unknown): boolean {
  return causesOf(error).some(({ code = '', message = '' }) => states.has(code) || /^08...$/.test(code) || sockets.has(code) || words.test(message));
}

/** Whether the disk of the database has no room for what was to be kept. */
export function isDiskFull(error: unknown): boolean {
  return causesOf(error).some(({ code }) => code === '53100' || code === 'ENOSPC');
}

/** Whether Postgres asks for the transaction once more: serialization failure or deadlock. */
export function isWorthRetrying(error: unknown): boolean {
  return causesOf(error).some(({ code }) => code === '40001' || code === '40P01');
}

/** Whether the database was away for somebody within the last milliseconds, so that what failed meanwhile may have failed of that. */
export function brokeWithin(milliseconds: number): boolean {
  return performance.now() - brokenAt < milliseconds;
}

/** Called by the pools, all of which the server opens, so that one copy of this file hears of every break: a connection lost or not to be had, a query that was given up. */
export function noteBreak(): void {
  brokenAt = performance.now();
}
let brokenAt = -Infinity;

/** The error and what stands behind it: drizzle wraps the driver's, and Node those of several addresses. */
function causesOf(error: unknown): { code?: string; message?: string }[] {
  if (!(error instanceof Error)) return [];
  const behind = error instanceof AggregateError ? error.errors : [error.cause];
  return [error as { code?: string; message?: string }, ...behind.flatMap(causesOf)];
}
