import { stringify } from 'csv-stringify/sync';
import { connect, disconnect } from '#db/client.ts';
import { securityEventsSince } from '#office/person/security-events.ts';
import type { Errand } from '#server/errand.ts';
import { visitDatabase } from '#server/visit.ts';

/** `security:events [DAY]`: who signed in and who was refused since that day (UTC), or within thirty days, as CSV on standard output. What a spreadsheet would take for a formula begins with an apostrophe. */
export const tellSecurityEvents: Errand = async (config, [day], say) => {
  const since = day === undefined ? new Date(Date.now() - 30 * 86_400_000) : new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(since.getTime()) || !/^(\d{4}-\d\d-\d\d)?$/.test(day ?? '')) throw new Error(`"${day}" is no day: npm run --silent security:events -- 2026-03-01`);
  const visit = await visitDatabase(config, say);
  connect({ url: visit.url });
  try {
    write([['at', 'what', 'who', 'act', 'record', 'status', 'detail']]);
    for await (const events of securityEventsSince(since)) {
      write(events.map(({ at, kind, who, action, record, status, detail }) => [at.toISOString(), kind, who, action, record, status, Object.entries(detail).map(([name, value]) => `${name} ${value}`).join(', ')]));
    }
    return true;
  } finally {
    await disconnect();
    await visit.leave();
  }
};

function write(rows: readonly (readonly (string | number | null)[])[]): void {
  process.stdout.write(stringify([...rows], { escape_formulas: true }));
}
