import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

type Fields = Readonly<Record<string, Readonly<Record<string, string>>>>;
const { fields } = JSON.parse(readFileSync('messages/sr-Cyrl.json', 'utf8')) as { fields: Fields };

/** Words of fields that need no hint, as `noun.field`, and why. A new field has a hint, or a place here. */
const without = new Map<string, string[]>([
  ['says itself what is asked for', [
    'any.name', 'any.acronym', 'any.note', 'any.country', 'any.place', 'any.date', 'any.email', 'any.phone', 'any.language', 'any.correctionNoteEn', 'any.sources_retrievedOn',
    'project.acronym', 'project.partners_note', 'project.partners_validFrom', 'project.partners_validTo', 'project.partnerCount_asOf', 'project.note', 'project.amounts_note',
    'milestone.note', 'milestone.despite', 'person.name', 'person.writtenForm', 'person.oldPassword', 'person.sure', 'person.dailyLetter',
    'organisation.note', 'organisation.names_name', 'organisation.names_acronym', 'organisation.names_validTo', 'organisation.names_note', 'organisation.memberCount_asOf', 'organisation.countryCount',
    'organisation.countryCount_asOf', 'organisation.contacts_name', 'organisation.contacts_office', 'organisation.contacts_email', 'organisation.contacts_phone',
    'membership.fee_note', 'membership.note', 'membership.representatives_holder', 'membership.representatives_office', 'membership.representatives_validFrom', 'membership.representatives_validTo',
    'programme.acronym', 'programme.partners_note', 'programme.amounts_note', 'agreement.money_note', 'agreement.parties_note', 'agreementParty.note', 'agreementAct.note', 'agreementAct.otherTitle', 'agreementAct.documentTitle',
    'agreementAct.documentLanguage', 'agreementAnnex.otherTitle', 'signature.note', 'signature.documentTitle', 'signature.documentLanguage',
    'archivingAct.note', 'archivingAct.documentTitle', 'archivingAct.documentLanguage', 'initiativeAct.note', 'initiativeAct.documentTitle', 'initiativeAct.documentLanguage',
    'consentRequestAct.note', 'consentRequestAct.documentTitle', 'consentRequestAct.documentLanguage', 'proposal.text', 'view.name', 'setting.value',
  ]],
  ['is a box for a record, which says by itself how it is filled in', [
    'project.partners_organisationId', 'programme.partners_organisationId', 'milestone.membershipId', 'milestone.projectId', 'milestone.programmeId', 'milestone.dependsOn_milestoneId',
    'document.links_record', 'agreement.links_otherId', 'agreement.projects_projectId', 'agreement.networks_networkId', 'agreement.parties_organisationId', 'agreementAct.otherFound', 'agreementAnnex.otherFound',
  ]],
  ['is one of a closed list whose words say it', ['project.partners_iatiRole', 'programme.partners_role', 'programme.partners_iatiRole', 'project.partnerCount_unit', 'organisation.memberCount_unit', 'organisation.countryCount_unit']],
  ['is a number whose outer form its box shows', ['organisation.externalIds_ror', 'project.numbers_iati', 'project.numbers_keep', 'project.numbers_cordis', 'project.partners_budgetShare']],
  ['is the heading of a group whose parts have hints or say it themselves', [
    'project.parts', 'project.partners', 'project.themes', 'project.places', 'project.numbers', 'milestone.belongsTo', 'document.files', 'organisation.names', 'organisation.network',
    'membership.representatives', 'programme.partners', 'agreement.money', 'agreement.links', 'agreement.projects', 'agreement.networks', 'agreement.contents', 'agreement.term', 'agreement.file', 'agreement.tied',
    'agreement.sources', 'agreement.owed', 'any.sources', 'any.amounts', 'merge.take', 'import.columns',
  ]],
  ['stands in a list, a history or a difference, and in no form', [
    'any.description', 'any.objective', 'any.code', 'any.kind', 'any.type', 'any.state', 'any.fields', 'any.owner', 'any.ownerId', 'any.deputyId', 'any.scheduledFor', 'any.embargoUntil', 'any.mergedIntoId', 'any.verification', 'any.amounts_money', 'any.number', 'any.id', 'any.version', 'any.unit', 'any.asOf', 'any.role',
    'any.organisation', 'any.scope', 'any.value', 'any.publication', 'any.withdrawnReason', 'any.verifiedOn', 'any.slug', 'any.obligations_kind', 'any.obligations_isPublic', 'any.obligations_settledOn', 'any.obligations_ownerId',
    'any.obligations_deputyId', 'project.state', 'project.objective', 'project.acts', 'project.acts_kind', 'project.acts_on', 'project.acts_number', 'project.acts_note',
    'milestone.date', 'milestone.state', 'milestone.acts_kind', 'milestone.acts_on', 'milestone.acts_plannedBefore', 'milestone.acts_note', 'milestone.duty', 'milestone.dutyLink', 'milestone.occurrence', 'milestone.decides', 'milestone.decidesAbout',
    'document.links_recordId', 'document.links_noun', 'document.files_name', 'document.files_role', 'document.files_size', 'document.files_sha256', 'document.files_language', 'document.files_pages', 'document.files_detachedAt',
    'membership.acts_kind', 'membership.acts_on', 'membership.acts_number', 'membership.acts_note', 'agreement.acts', 'agreement.acts_kind', 'agreement.acts_on', 'agreement.acts_number', 'agreement.acts_session',
    'agreement.acts_body', 'agreement.acts_gazette', 'agreement.acts_partyId', 'agreement.acts_note', 'archivingAct.body', 'merge.doubleId', 'proposal.field', 'organisation.contactsLeft',
  ]],
  ['is what stands where nothing is chosen, or a choice of its own', [
    'project.none', 'milestone.none', 'milestone.nobody', 'document.none', 'organisation.none', 'membership.noOne', 'membership.never', 'programme.noOne', 'agreement.none', 'agreement.nobody', 'duty.city', 'duty.ofRecord',
    'agreementAct.partyId_none', 'agreementAct.other_none', 'agreementAct.other_new', 'agreementAct.other_found', 'agreementAnnex.other_new', 'agreementAnnex.other_found',
    ...['agreementAct', 'signature', 'archivingAct', 'initiativeAct', 'consentRequestAct'].flatMap((noun) => [`${noun}.document_none`, `${noun}.document_new`]),
  ]],
  ['is explained by the page on which it stands', ['import.noun', 'import.files', 'import.rest']],
]);

describe('the hints of fields', () => {
  const named = Object.entries(fields).flatMap(([noun, words]) => Object.keys(words).filter((key) => !key.endsWith('_hint')).map((key) => ({ noun, key, at: `${noun}.${key}` })));
  const hinted = ({ noun, key }: { noun: string; key: string }) => fields[noun]?.[`${key}_hint`] ?? fields.any?.[`${key}_hint`];
  const spared = [...without.values()].flat();

  test('every field has one, but those that are named here with the reason', () => {
    assert.deepEqual(named.filter((one) => !hinted(one) && !spared.includes(one.at)).map(({ at }) => at), []);
  });

  test('the names are none too many', () => {
    assert.deepEqual(spared.filter((at, place) => spared.indexOf(at) !== place), [], 'named twice');
    assert.deepEqual(spared.filter((at) => !named.some((one) => one.at === at && !hinted(one))), [], 'has a hint, or is gone');
  });

  test('is a sentence of its own, and says something else than the label', () => {
    for (const { noun, key, at } of named) {
      const hint = fields[noun]?.[`${key}_hint`];
      if (!hint) continue;
      assert.match(hint, /[.“)?]$/, at);
      assert.notEqual(hint.replace(/\.$/, ''), fields[noun]?.[key], at);
    }
  });
});
