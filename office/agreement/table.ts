import type { Verification } from '#db/columns.ts';
import type { Listing, RowChoice } from '#office/rows.ts';
import type { AgreementType, Procedure, StandingState } from './agreement.ts';
import { pageInOrder } from './in-order.ts';
import { agreementLines, narrowAgreements, orderAsked, pageOfAgreements, type AgreementFilter } from './list.ts';

export type AgreementChoice = RowChoice & {
  readonly type?: AgreementType; readonly standing?: StandingState; readonly procedure?: Procedure; readonly field?: string; readonly country?: string;
  /** Slug of an organisation that is a party. */
  readonly party?: string; readonly year?: number; readonly undated?: true; readonly deadline?: 'passed' | 'soon';
};
export type AgreementRow = Awaited<ReturnType<typeof agreementTable.lines>>[number];

/** Agreements for the table of the workspace, counted in the columns in memory (docs/decisions/0009), by the last change unless asked otherwise. */
export const agreementTable = {
  page: (viewer, asked, today) => pageOfAgreements(viewer, { ...filterOf(asked), sort: asked.sort, form: asked.form, page: asked.page, perPage: asked.perPage }, today),
  async ids(viewer, asked, today, most) {
    const { columns, matches, total } = await narrowAgreements(viewer, filterOf(asked), today);
    return pageInOrder(columns, matches, total, { ...orderAsked(asked), from: 0, count: most ?? total });
  },
  count: async (viewer, choice, today) => (await narrowAgreements(viewer, filterOf(choice), today)).total,
  async counts(viewer, choices, today) {
    const counted: number[] = [];
    for (const choice of choices) counted.push((await narrowAgreements(viewer, filterOf(choice), today)).total);
    return counted;
  },
  lines: agreementLines,
} satisfies Listing<AgreementChoice, { id: string }>;

function filterOf({ type, standing, procedure, field, country, party, year, verification, undated, ...rest }: AgreementChoice): AgreementFilter {
  const { q, publication, owner, createdBy, changedSince, incomplete, deadline } = rest;
  const some = <T>(value: T | undefined): T[] | undefined => (value === undefined ? undefined : [value]);
  return {
    q, publication, owner, createdBy, changedSince, incomplete, deadline, undated,
    types: some(type), standings: some(standing), procedures: some(procedure), fields: some(field), countries: some(country), parties: some(party),
    years: some(year), verifications: some<Verification>(verification),
  };
}
