import { and, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { programme } from '#db/schema/programme.ts';
import { sight } from '#office/publication.ts';
import { references } from '#office/reference.ts';
import { byText, lacksEnglish, listingOf, type RowChoice } from '#office/rows.ts';

export type ProgrammeChoice = RowChoice & { /** A year in which it ran, as far as its bounds say. */ readonly year?: number };
export type ProgrammeRow = Awaited<ReturnType<typeof programmeTable.lines>>[number];

const line = {
  id: programme.id, code: programme.code, name: programme.name, acronym: programme.acronym, periodFrom: programme.periodFrom, periodTo: programme.periodTo,
  funderId: programme.funderId, cci: programme.cci, publication: programme.publication, verification: programme.verification,
  verifiedOn: programme.verifiedOn, changedAt: programme.changedAt,
};

/** Programmes for the table of the workspace, by name unless asked otherwise, each with its funder where the viewer may see it. */
export const programmeTable = listingOf({
  noun: 'programme',
  rule: (_viewer, { year }: ProgrammeChoice) => (year === undefined ? undefined : and(
    sql`left(coalesce(${programme.periodFrom} ->> 'earliest', '0001'), 4)::int <= ${year}`, sql`left(coalesce(${programme.periodTo} ->> 'latest', '9999'), 4)::int >= ${year}`,
    sql`coalesce(${programme.periodFrom}, ${programme.periodTo}) is not null`,
  )),
  incomplete: sql`(${programme.name} is null or (${programme.funderId} is null and ${programme.funderNote} is null)
    or ${lacksEnglish(programme, programme.purpose, programme.eligible, programme.objectives, programme.priorityAxes)})`,
  orders: (form) => ({ name: [byText(programme.name, form)], period: [{ by: sql`(${programme.periodFrom} ->> 'earliest')`, way: 'down, unknown last' }] }),
  lines: async (viewer, ids) => {
    const rows = await reader().select(line).from(programme).where(and(inArray(programme.id, [...ids]), sight(viewer, 'programme', programme)));
    const funders = await references(viewer, rows.map(({ funderId }) => ({ noun: 'organisation', id: funderId })));
    return rows.map((row) => ({ ...row, funder: (row.funderId && funders.get(row.funderId)) || null }));
  },
});

