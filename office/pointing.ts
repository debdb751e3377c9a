import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { agreement, agreementAct, agreementLink, agreementNetwork, agreementParty, agreementProject } from '#db/schema/agreement.ts';
import { documentFile } from '#db/schema/document-file.ts';
import { contact, document, documentLink } from '#db/schema/document.ts';
import { membership, membershipAct, representative } from '#db/schema/membership.ts';
import { milestone, milestoneAct, milestoneDependency } from '#db/schema/milestone.ts';
import { obligation } from '#db/schema/obligation.ts';
import { organisation, organisationName } from '#db/schema/organisation.ts';
import { programme, programmePartner } from '#db/schema/programme.ts';
import { projectAct, project, projectPartner } from '#db/schema/project.ts';
import type { PartTable, RecordTable } from '#office/pen.ts';
import type { Noun } from '#office/permission.ts';

/** Rows that point at a record. `key`: the other columns in which two rows that would point at the same one say the same. */
export type Pointing = { readonly table: PartTable; readonly column: AnyPgColumn; readonly key: readonly AnyPgColumn[] };

/** Rows of other records, with the record that they are a part of: it is changed too. */
export type Reference = Pointing & { readonly of: readonly { readonly noun: Noun; readonly table: RecordTable; readonly column: AnyPgColumn }[] };

const of = {
  agreement: (column: AnyPgColumn) => ({ noun: 'agreement' as const, table: agreement, column }),
  membership: (column: AnyPgColumn) => ({ noun: 'membership' as const, table: membership, column }),
  programme: (column: AnyPgColumn) => ({ noun: 'programme' as const, table: programme, column }),
  project: (column: AnyPgColumn) => ({ noun: 'project' as const, table: project, column }),
  milestone: (column: AnyPgColumn) => ({ noun: 'milestone' as const, table: milestone, column }),
  document: (column: AnyPgColumn) => ({ noun: 'document' as const, table: document, column }),
  organisation: (column: AnyPgColumn) => ({ noun: 'organisation' as const, table: organisation, column }),
};

/** The record's own groups of rows, in the order in which they are moved. */
export const parts: Record<Noun, readonly Pointing[]> = {
  organisation: [
    { table: organisationName, column: organisationName.organisationId, key: [organisationName.name] },
    { table: contact, column: contact.organisationId, key: [contact.id] },
  ],
  membership: [
    { table: membershipAct, column: membershipAct.membershipId, key: [membershipAct.kind, membershipAct.on] },
    { table: representative, column: representative.membershipId, key: [representative.holder, representative.body] },
    { table: obligation, column: obligation.membershipId, key: [obligation.text] },
  ],
  programme: [{ table: programmePartner, column: programmePartner.programmeId, key: [programmePartner.organisationId, programmePartner.role] }],
  project: [
    { table: projectPartner, column: projectPartner.projectId, key: [projectPartner.organisationId, projectPartner.role] },
    { table: projectAct, column: projectAct.projectId, key: [projectAct.kind, projectAct.on] },
  ],
  agreement: [
    { table: agreementParty, column: agreementParty.agreementId, key: [agreementParty.organisationId, agreementParty.role] },
    { table: agreementAct, column: agreementAct.agreementId, key: [agreementAct.kind, agreementAct.on, agreementAct.partyId] },
    { table: agreementLink, column: agreementLink.agreementId, key: [agreementLink.kind, agreementLink.otherId] },
    { table: agreementProject, column: agreementProject.agreementId, key: [agreementProject.projectId] },
    { table: agreementNetwork, column: agreementNetwork.agreementId, key: [agreementNetwork.networkId] },
    { table: obligation, column: obligation.agreementId, key: [obligation.text] },
  ],
  milestone: [
    { table: milestoneAct, column: milestoneAct.milestoneId, key: [milestoneAct.kind, milestoneAct.on] },
    { table: milestoneDependency, column: milestoneDependency.milestoneId, key: [milestoneDependency.dependsOnId] },
  ],
  document: [
    { table: documentFile, column: documentFile.documentId, key: [documentFile.sha256] },
    { table: documentLink, column: documentLink.documentId, key: [documentLink.noun, documentLink.recordId] },
  ],
};

/** Whatever else names a record of the noun by a foreign key; a spec holds it against the database. */
export const references: Record<Noun, readonly Reference[]> = {
  organisation: [
    { table: agreementParty, column: agreementParty.organisationId, key: [agreementParty.agreementId, agreementParty.role], of: [of.agreement(agreementParty.agreementId)] },
    { table: agreementNetwork, column: agreementNetwork.networkId, key: [agreementNetwork.agreementId], of: [of.agreement(agreementNetwork.agreementId)] },
    { table: projectPartner, column: projectPartner.organisationId, key: [projectPartner.projectId, projectPartner.role], of: [of.project(projectPartner.projectId)] },
    { table: programmePartner, column: programmePartner.organisationId, key: [programmePartner.programmeId, programmePartner.role], of: [of.programme(programmePartner.programmeId)] },
    { table: obligation, column: obligation.organisationId, key: [obligation.id], of: [of.agreement(obligation.agreementId), of.membership(obligation.membershipId)] },
    ...[membership.networkId, membership.memberId].map((column) => ({ table: membership, column, key: [membership.id], of: [of.membership(membership.id)] })),
    ...[programme.funderId, programme.managingAuthorityId, programme.nationalAuthorityId].map((column) => ({ table: programme, column, key: [programme.id], of: [of.programme(programme.id)] })),
    ...[organisation.parentId, organisation.successorOfId, organisation.mergedIntoId].map((column) => ({ table: organisation, column, key: [organisation.id], of: [of.organisation(organisation.id)] })),
  ],
  agreement: [
    { table: agreementLink, column: agreementLink.otherId, key: [agreementLink.agreementId, agreementLink.kind], of: [of.agreement(agreementLink.agreementId)] },
    { table: milestone, column: milestone.agreementId, key: [milestone.id], of: [of.milestone(milestone.id)] },
  ],
  membership: [{ table: milestone, column: milestone.membershipId, key: [milestone.id], of: [of.milestone(milestone.id)] }],
  programme: [
    { table: project, column: project.programmeId, key: [project.id], of: [of.project(project.id)] },
    { table: milestone, column: milestone.programmeId, key: [milestone.id], of: [of.milestone(milestone.id)] },
  ],
  project: [
    { table: agreementProject, column: agreementProject.projectId, key: [agreementProject.agreementId], of: [of.agreement(agreementProject.agreementId)] },
    { table: milestone, column: milestone.projectId, key: [milestone.id], of: [of.milestone(milestone.id)] },
  ],
  milestone: [
    { table: milestoneDependency, column: milestoneDependency.dependsOnId, key: [milestoneDependency.milestoneId], of: [of.milestone(milestoneDependency.milestoneId)] },
  ],
  document: [
    { table: agreementAct, column: agreementAct.documentId, key: [agreementAct.id], of: [of.agreement(agreementAct.agreementId)] },
    { table: document, column: document.supersedesId, key: [document.id], of: [of.document(document.id)] },
  ],
};
