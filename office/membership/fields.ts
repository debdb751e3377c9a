import { dateFields, formOf, moneyFields, plain, rowFields, sourceFields, textFields } from '#office/entry/fields.ts';
import { obligationFields } from '#office/obligation/fields.ts';
import type { FormValues } from '#office/outcome.ts';
import type { MembershipRecord } from './read.ts';

/** The record as the fields of its form. */
export function membershipFields(record: MembershipRecord): FormValues {
  return formOf(
    plain('networkId', record.networkId), plain('memberId', record.memberId), textFields('joinedEvent', record.joinedEvent),
    textFields('joinedPlace', record.joinedPlace), textFields('legalBasis', record.legalBasis), moneyFields('fee', record.fee),
    plain('feePeriod', record.feePeriod), textFields('benefit', record.benefit), textFields('endedReason', record.endedReason),
    rowFields('representatives', record.representatives, (name, one) => ({
      ...plain(`${name}.id`, one.id), ...plain(`${name}.holder`, one.holder), ...textFields(`${name}.office`, one.office),
      ...textFields(`${name}.body`, one.body), ...dateFields(`${name}.validFrom`, one.validFrom), ...dateFields(`${name}.validTo`, one.validTo),
    })),
    rowFields('obligations', record.obligations, obligationFields),
    rowFields('sources', record.sources, sourceFields),
    plain('englishWaived', record.englishWaived),
  );
}

/** The record with its acts, for a table that is compared with what stands. */
export function membershipWithActsFields(record: MembershipRecord): FormValues {
  return { ...membershipFields(record), ...plain('ownerId', record.ownerId), ...plain('deputyId', record.deputyId), ...rowFields('acts', record.acts, (name, act) => ({
    ...plain(`${name}.id`, act.id), ...plain(`${name}.kind`, act.kind), ...dateFields(`${name}.on`, act.on),
    ...plain(`${name}.number`, act.number), ...textFields(`${name}.note`, act.note),
  })) };
}
