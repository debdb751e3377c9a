import { dateFields, formOf, moneyFields, plain, rowFields, several, sourceFields, textFields } from '#office/entry/fields.ts';
import { obligationFields } from '#office/obligation/fields.ts';
import type { FormValues } from '#office/outcome.ts';
import type { OldActEntry } from './act-entry.ts';
import type { AgreementEntry, PartyRow } from './entry.ts';

type Coded = 'type' | 'procedure' | 'fields' | 'sectors' | 'sdgs' | 'authenticLanguages' | 'completeness' | 'parties' | 'links' | 'obligations' | 'title';

/** What was read of an agreement: the entry's columns, whose codes the database gives back as text. */
type Recorded = Omit<AgreementEntry, Coded> & {
  readonly title: AgreementEntry['title'] | null;
  readonly type: string | null;
  readonly procedure: string | null;
  readonly fields: readonly string[];
  readonly sectors: readonly string[];
  readonly sdgs: readonly string[];
  readonly authenticLanguages: readonly string[];
  readonly completeness: readonly string[];
  readonly parties: readonly (Omit<PartyRow, 'role'> & { readonly role: string })[];
  readonly links: readonly { readonly kind: string; readonly otherId: string }[];
  readonly obligations: readonly Parameters<typeof obligationFields>[1][];
};

/** An agreement as the fields of its entry form. */
export function agreementFields(record: Recorded): FormValues {
  return formOf(
    textFields('title', record.title), textFields('summary', record.summary), plain('type', record.type), plain('procedure', record.procedure),
    plain('binding', record.binding), several('fields', record.fields), several('sectors', record.sectors), several('sdgs', record.sdgs),
    plain('registryNo', record.registryNo), plain('classificationNo', record.classificationNo), textFields('signedAt', record.signedAt),
    plain('inForceRule', record.inForceRule), dateFields('validFrom', record.validFrom), dateFields('validTo', record.validTo),
    plain('termMonths', record.termMonths), plain('renewal', record.renewal), plain('renewalMonths', record.renewalMonths),
    plain('noticeMonths', record.noticeMonths), several('authenticLanguages', record.authenticLanguages), moneyFields('money', record.money),
    several('completeness', record.completeness), plain('retentionCategory', record.retentionCategory), plain('ownerId', record.ownerId),
    plain('deputyId', record.deputyId), plain('embargoUntil', record.embargoUntil),
    rowFields('parties', record.parties, partyFields),
    rowFields('links', record.links, (name, row) => ({ ...plain(`${name}.kind`, row.kind), ...plain(`${name}.otherId`, row.otherId) })),
    rowFields('projects', record.projects, (name, row) => plain(`${name}.projectId`, row.projectId)),
    rowFields('networks', record.networks, (name, row) => plain(`${name}.networkId`, row.networkId)),
    rowFields('obligations', record.obligations, obligationFields),
    rowFields('sources', record.sources, sourceFields),
    plain('englishWaived', record.englishWaived),
  );
}

/** The agreement with its acts, for a table that is compared with what stands. */
export function agreementWithActsFields(record: Recorded & { readonly acts: readonly Acted[] }): FormValues {
  return { ...agreementFields(record), ...rowFields('acts', record.acts, (name, act) => ({
    ...plain(`${name}.id`, act.id), ...plain(`${name}.kind`, act.kind), ...dateFields(`${name}.on`, act.on), ...plain(`${name}.number`, act.number),
    ...plain(`${name}.session`, act.session), ...textFields(`${name}.body`, act.body), ...plain(`${name}.gazette`, act.gazette), ...plain(`${name}.partyId`, act.partyId),
    ...several(`${name}.areas`, act.areas), ...plain(`${name}.budgetLine`, act.budgetLine), ...textFields(`${name}.note`, act.note),
  })) };
}

type Acted = Omit<OldActEntry, 'areas' | 'kind'> & { readonly id: string; readonly kind: string; readonly areas: readonly string[] };

function partyFields(name: string, row: Recorded['parties'][number]) {
  return {
    ...plain(`${name}.id`, row.id), ...plain(`${name}.organisationId`, row.organisationId), ...plain(`${name}.role`, row.role),
    ...plain(`${name}.side`, row.side), ...plain(`${name}.signatory`, row.signatory), ...textFields(`${name}.signatoryOffice`, row.signatoryOffice),
    ...textFields(`${name}.note`, row.note), ...plain(`${name}.inferred`, row.inferred),
  };
}
