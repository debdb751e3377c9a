/**
 * Of every column of the schema, who may read it: `shown` by the public where the record is published; `kept` for staff, `personal` of people and
 * contacts, `secret` for nobody; `coded` is kept too, and holds a word of the rules, a number, a day or an id rather than a text of somebody's.
 * A column that stands nowhere here fails tests/columns.spec.ts; a text that is not `shown` gets a canary (tests/app/canary-columns.ts).
 */
export type Reading = 'shown' | 'kept' | 'personal' | 'secret' | 'coded';
type Table = Partial<Record<Reading, string>>;

/** What every record has (db/columns.ts, `kept`). */
const record = (own: Table): Table => ({
  ...own,
  shown: `code slug publication published_at corrected_at withdrawn_at withdrawn_reason verification verified_on sources changed_at ${own.shown ?? ''}`,
  kept: `english_waived ${own.kept ?? ''}`,
  coded: `id version verified_by scheduled_for embargo_until merged_into_id created_by created_at ${own.coded ?? ''}`,
});
const part = (own: Table): Table => ({ ...own, coded: `id position ${own.coded ?? ''}` });
const index = (own: string): Table => ({ coded: `id code publication verification created_by merged_into_id changed_at incomplete known ${own}` });
const names = 'name_cyrl name_latn name_en english';

export const columns: Readonly<Record<string, Table>> = {
  organisation: record({ shown: 'name acronym kind country place latitude longitude description note external_ids website parent_id successor_of_id level scope benefit legal_form founded reformed seat_country member_count country_count sdgs', coded: 'is_self' }),
  organisation_name: part({ shown: 'name acronym valid_from valid_to note', coded: 'organisation_id' }),
  contact: part({ kept: 'legal_basis office', coded: 'organisation_id retain_until is_public' }),
  agreement: record({
    shown: 'title summary type procedure binding fields sectors sdgs registry_no classification_no signed_at in_force_rule valid_from valid_to term_months renewal renewal_months notice_months authentic_languages money completeness',
    kept: 'retention_category', coded: 'owner_id deputy_id',
  }),
  agreement_act: part({ shown: 'kind on number session body gazette party_id document_id note areas budget_line', coded: 'agreement_id' }),
  agreement_link: part({ shown: 'kind other_id', coded: 'agreement_id' }), agreement_network: { coded: 'id', shown: 'agreement_id network_id' }, agreement_project: { coded: 'id', shown: 'agreement_id project_id' },
  agreement_party: part({ shown: 'organisation_id role side signatory signatory_office note inferred', coded: 'agreement_id' }),
  obligation: part({ shown: 'text organisation_id due state', kept: 'evidence', coded: 'agreement_id membership_id recurrence settled_on owner_id deputy_id kind is_public' }),
  membership: record({ shown: 'network_id member_id joined_event joined_place legal_basis fee fee_period benefit ended_reason', coded: 'owner_id deputy_id' }),
  membership_act: part({ shown: 'kind on number note', coded: 'membership_id' }), representative: part({ shown: 'holder office body valid_from valid_to', coded: 'membership_id' }),
  programme: record({ shown: 'name acronym instrument purpose objectives eligible priority_axes period_from period_to cci countries funder_id funder_note managing_authority_id national_authority_id joint_secretariat amounts' }),
  programme_partner: part({ shown: 'organisation_id role iati_role note', coded: 'programme_id' }),
  project: record({ shown: 'title acronym summary objective numbers planned_start planned_end actual_start actual_end duration_months sectors sdgs places themes components results our_role amounts co_financing_percent partner_count website programme_id phase', coded: 'owner_id deputy_id' }),
  project_partner: part({ shown: 'organisation_id role iati_role note inferred budget_share valid_from valid_to', coded: 'project_id' }), project_act: part({ shown: 'kind on number note', coded: 'project_id' }),
  milestone: record({ shown: 'title kind planned actual progress agreement_id membership_id project_id programme_id', coded: 'is_public owner_id deputy_id obligation_id occurrence decides decides_about' }),
  milestone_act: part({ shown: 'kind on planned_before note', coded: 'milestone_id' }), milestone_dependency: part({ coded: 'milestone_id depends_on_id' }),
  document: record({ shown: 'title kind iati_category stage dated language script authentic visibility withheld_reason absent_reason supersedes_id', kept: 'retention_category archive_book_no' }),
  document_link: part({ shown: 'noun record_id', coded: 'document_id' }),
  // Of a file that the public may have; of all others none of it.
  document_file: part({ shown: 'role name mime size sha256 language pages version replaces_id', coded: 'document_id store_key uploaded_by uploaded_at detached_at' }),
  file_chunk: { shown: 'bytes', coded: 'store_key place kept_at' }, file_reading: { shown: 'picture width height pages', kept: 'text', coded: 'store_key verdict read_at' },
  correction_note: part({ shown: 'on text', coded: 'noun record_id change_seq' }),
  slug_history: { shown: 'slug', coded: 'id noun record_id' },

  person: { coded: 'id version written_form deactivated_at expires_on daily_letter password_changed_at second_factor_since anonymised_at created_by created_at changed_at' },
  personal: { personal: 'value', secret: 'salt', coded: 'owner_id field' }, grant_of_right: { coded: 'id person_id role scope_noun scope_id until granted_by granted_at' },
  credential: { secret: 'password_hash', coded: 'person_id changed_at' }, second_factor: { secret: 'sealed_key pending_key', coded: 'person_id last_step pending_at' }, recovery_code: { secret: 'id', coded: 'person_id used_at' },
  half_sign_in: { secret: 'id', coded: 'person_id started_at ended_at' }, one_time_link: { secret: 'id', coded: 'purpose person_id issued_at expires_at opened_at used_at' },
  session: { secret: 'id', personal: 'agent address', coded: 'person_id started_at seen_at ended_at confirmed_at' }, sign_in_attempt: { personal: 'account address', coded: 'id kind at' },
  security_event: { kept: 'kind action detail', coded: 'seq at actor_id record_id status' },

  // What a change was and said; of a published record its days and its kinds are told in public, never a reason.
  change: { shown: 'at', kept: 'reason session_hash', coded: 'seq actor_kind actor_id request_id action noun record_id transaction mac' },
  // What the record tells, as it was: its public part is read through the same rules.
  revision: { coded: 'seq change_seq table_name row_id before after mac' },
  setting: { kept: 'value', coded: 'id key version created_by changed_at' },
  proposal: { kept: 'reason note', secret: 'entry_hash', coded: 'id version noun record_id action deed base_version state change_seq decided_by decided_at created_by created_at changed_at' },
  proposal_comment: part({ kept: 'field text', coded: 'proposal_id written_by written_at' }), proposal_entry: { kept: 'opened typed', secret: 'salt', coded: 'proposal_id' },
  proposal_file: part({ kept: 'name mime sha256', coded: 'proposal_id size store_key' }),
  import_run: { kept: 'file_name headings mapping told', coded: 'id version noun enters_unknown state row_count started_at finished_at created_by created_at changed_at' },
  import_row: { kept: 'cells issues identity', coded: 'id import_id row_number verdict record_id entered_at' },
  entry_draft: { kept: 'place typed', coded: 'id person_id base_version saved_at' }, saved_view: { kept: 'name query', coded: 'id person_id register is_shared position created_at' },
  bulk_run: { kept: 'details results', coded: 'id person_id register verb ids created_at' },
  outbox: { personal: 'address', kept: 'message_id said fault occasion', secret: 'sealed', coded: 'id kind record_id due person_id created_at next_at lapses_at begun_at tries unclear sent_at held_at ended_at reply' },
  acknowledgement: { coded: 'id version rule noun record_id due_on step created_by created_at changed_at' }, reminder_step: { coded: 'id rule record_id due_on step person_id sent_on' },

  // Derived from what stands above, for every row alike; who may see a row is asked of the record.
  agreement_index: { coded: 'id version rule code publication created_by merged_into_id owner_id changed_at type procedure verification fields party_ids countries signed_from signed_to standing_from standings watched_from watched_until decide_by ends_by lacks name_cyrl name_latn name_en english written_in' },
  organisation_index: index(`${names} kind country level`), programme_index: index(`${names} earliest latest`), project_index: index(`${names} state_from states earliest our_role programme_id owner_id`),
  membership_index: index('state_from states network_id owner_id'), document_index: index(`${names} earliest kind stage visibility language`),
  milestone_index: index(`${names} earliest latest kind is_public progress agreement_id membership_id project_id programme_id owner_id deputy_id state waits`),
  chronicle_entry: { coded: 'id noun record_id act type on day state shown' }, search_entry: { coded: 'id noun kind code names called words countries years verification changed_at' }, search_word: { coded: 'word spelling' },
  applied_migration: { coded: 'name hash at' },
};

/** How a column may be read; undefined where nobody has said. Throws where two things are said of it. */
export function readingOf(table: string, column: string): Reading | undefined {
  const said = Object.entries(columns[table] ?? {}).filter(([, list]) => list.split(' ').includes(column)).map(([reading]) => reading as Reading);
  if (said.length > 1) throw new Error(`${table}.${column} is said to be ${said.join(' and ')}`);
  return said[0];
}
