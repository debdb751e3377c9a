import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { dueIndex, fuzzyDate, kept, localText, part, type Money } from '#db/columns.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';

export type MembershipActKind =
  | 'considered' | 'decided' | 'applied' | 'joined' | 'suspended' | 'resumed' | 'withdrawal_decided' | 'ended';

export const membership = pgTable('membership', {
  ...kept(),
  networkId: uuid('network_id').references(() => organisation.id),
  memberId: uuid('member_id').references(() => organisation.id),
  joinedEvent: localText('joined_event'),
  joinedPlace: localText('joined_place'),
  legalBasis: localText('legal_basis'),
  fee: jsonb('fee').$type<Money>(),
  feePeriod: text('fee_period').$type<'once' | 'yearly'>(),
  benefit: localText('benefit'),
  endedReason: localText('ended_reason'),
  ownerId: uuid('owner_id').references(() => person.id),
  deputyId: uuid('deputy_id').references(() => person.id),
}, (t) => [dueIndex('membership', t.scheduledFor), index('membership_network').on(t.networkId)]);

/** Dated facts from which the state of a membership follows; the date may be unknown. */
export const membershipAct = pgTable('membership_act', {
  ...part(),
  membershipId: uuid('membership_id').notNull().references(() => membership.id),
  kind: text('kind').$type<MembershipActKind>().notNull(),
  on: fuzzyDate('on'),
  number: text('number'),
  note: localText('note'),
}, (t) => [index('membership_act_of').on(t.membershipId)]);

/** Who represents the City in the network, in which of its bodies. */
export const representative = pgTable('representative', {
  ...part(),
  membershipId: uuid('membership_id').notNull().references(() => membership.id),
  holder: text('holder').notNull(),
  office: localText('office'),
  body: localText('body'),
  validFrom: fuzzyDate('valid_from'),
  validTo: fuzzyDate('valid_to'),
}, (t) => [index('representative_of').on(t.membershipId)]);
