import { dateFields, formOf, moneyFields, plain, rowFields, sourceFields, textFields } from '#office/entry/fields.ts';
import type { FormValues } from '#office/outcome.ts';
import type { ProgrammeRecord } from './read.ts';

/** The record as the fields of its form. */
export function programmeFields(record: ProgrammeRecord): FormValues {
  return formOf(
    textFields('name', record.name), textFields('acronym', record.acronym), textFields('instrument', record.instrument),
    textFields('purpose', record.purpose), rowFields('objectives', record.objectives, textFields), textFields('eligible', record.eligible),
    rowFields('priorityAxes', record.priorityAxes, textFields), dateFields('periodFrom', record.periodFrom), dateFields('periodTo', record.periodTo),
    plain('cci', record.cci), rowFields('countries', record.countries, plain), plain('funderId', record.funderId), textFields('funderNote', record.funderNote),
    plain('managingAuthorityId', record.managingAuthorityId), plain('nationalAuthorityId', record.nationalAuthorityId),
    textFields('jointSecretariat', record.jointSecretariat), rowFields('amounts', record.amounts, moneyFields),
    rowFields('partners', record.partners, (name, partner) => ({
      ...plain(`${name}.id`, partner.id), ...plain(`${name}.organisationId`, partner.organisationId), ...plain(`${name}.role`, partner.role),
      ...plain(`${name}.iatiRole`, partner.iatiRole), ...textFields(`${name}.note`, partner.note),
    })),
    rowFields('sources', record.sources, sourceFields),
    plain('englishWaived', record.englishWaived),
  );
}
