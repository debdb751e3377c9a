import { countFields, dateFields, formOf, moneyFields, plain, rowFields, several, sourceFields, textFields } from '#office/entry/fields.ts';
import type { FormValues } from '#office/outcome.ts';
import type { ProjectRecord } from './read.ts';

/** The record as the fields of its edit form, under the names that `projectEntry` reads. */
export function projectFields(record: ProjectRecord): FormValues {
  return formOf(
    textFields('title', record.title), textFields('acronym', record.acronym), textFields('summary', record.summary), textFields('objective', record.objective),
    ...(['iati', 'keep', 'cordis', 'contract'] as const).map((key) => plain(`numbers.${key}`, record.numbers[key])),
    ...(['plannedStart', 'plannedEnd', 'actualStart', 'actualEnd'] as const).map((key) => dateFields(key, record[key])),
    plain('durationMonths', record.durationMonths), several('sectors', record.sectors), several('sdgs', record.sdgs),
    ...(['places', 'themes', 'components', 'results'] as const).map((key) => rowFields(key, record[key], textFields)),
    plain('ourRole', record.ourRole), rowFields('amounts', record.amounts, moneyFields), plain('coFinancingPercent', record.coFinancingPercent),
    countFields('partnerCount', record.partnerCount), plain('website', record.website), plain('programmeId', record.programmeId), plain('phase', record.phase),
    rowFields('partners', record.partners, (name, partner) => ({
      ...plain(`${name}.id`, partner.id), ...plain(`${name}.organisationId`, partner.organisationId), ...plain(`${name}.role`, partner.role),
      ...textFields(`${name}.note`, partner.note), ...plain(`${name}.inferred`, partner.inferred), ...plain(`${name}.budgetShare`, partner.budgetShare),
      ...dateFields(`${name}.validFrom`, partner.validFrom), ...dateFields(`${name}.validTo`, partner.validTo),
    })),
    rowFields('sources', record.sources, sourceFields), plain('englishWaived', record.englishWaived),
  );
}

/** The record with its acts, for a table that is compared with what stands. */
export function projectWithActsFields(record: ProjectRecord): FormValues {
  return { ...projectFields(record), ...plain('ownerId', record.ownerId), ...plain('deputyId', record.deputyId), ...rowFields('acts', record.acts, (name, act) => ({
    ...plain(`${name}.id`, act.id), ...plain(`${name}.kind`, act.kind), ...dateFields(`${name}.on`, act.on),
    ...plain(`${name}.number`, act.number), ...textFields(`${name}.note`, act.note),
  })) };
}
