import { and, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { programme } from '#db/schema/programme.ts';
import { narrowRows } from '#office/narrow-row.ts';
import { sight } from '#office/publication.ts';
import { references } from '#office/reference.ts';
import { byName, listingOf, type RowChoice } from '#office/rows.ts';

export type ProgrammeChoice = RowChoice & { /** A year in which it ran, as far as its bounds say. */ readonly year?: number };
export type ProgrammeRow = Awaited<ReturnType<typeof programmeTable.lines>>[number];

const line = {
  id: programme.id, code: programme.code, name: programme.name, acronym: programme.acronym, periodFrom: programme.periodFrom, periodTo: programme.periodTo,
  funderId: programme.funderId, cci: programme.cci, publication: programme.publication, verification: programme.verification,
  verifiedOn: programme.verifiedOn, changedAt: programme.changedAt,
};

const row = narrowRows.programme;

/** Programmes for the table of the workspace, by name unless asked otherwise, each with its funder where the viewer may see it. */
export const programmeTable = listingOf({
  noun: 'programme',
  rule: (_viewer, { year }: ProgrammeChoice) => (year === undefined ? undefined : and(
    sql`left(coalesce(${row.earliest}, '0001'), 4)::int <= ${year}`, sql`left(coalesce(${row.latest}, '9999'), 4)::int >= ${year}`,
    sql`coalesce(${row.earliest}, ${row.latest}) is not null`,
  )),
  orders: (form) => ({ name: [byName(row, form)], period: [{ by: row.earliest, way: 'down, unknown last' }] }),
  lines: async (viewer, ids) => {
    const rows = await reader().select(line).from(programme).where(and(inArray(programme.id, [...ids]), sight(viewer, 'programme', programme)));
    const funders = await references(viewer, rows.map(({ funderId }) => ({ noun: 'organisation', id: funderId })));
    return rows.map((one) => ({ ...one, funder: (one.funderId && funders.get(one.funderId)) || null }));
  },
});

