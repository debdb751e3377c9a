import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { languageName } from '#messages/names.ts';
import { languages } from '#office/agreement/agreement.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { colleagueChoices } from '#office/person/read.ts';
import { referenceChoices } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import { withUnseen } from '../unseen.ts';

/** What the form of an agreement offers to choose from, without the agreement itself. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: AgreementRecord) {
  const [found, colleagues] = await Promise.all([referenceChoices(viewer, form, ['organisation', 'project', 'agreement']), colleagueChoices(viewer)]);
  const of = (noun: string, kind?: string) => found.filter((one) => one.noun === noun && one.id !== record?.id && (!kind || one.kind === kind))
    .map(({ id, name, code }) => ({ id, label: textIn(name, form) || code }));
  const organisations = [...record?.parties ?? [], ...record?.obligations ?? []].map(({ organisationId }) => organisationId);
  return {
    organisations: await withUnseen(of('organisation'), organisations),
    networks: await withUnseen(of('organisation', 'network'), record?.networks.map(({ networkId }) => networkId) ?? []),
    projects: await withUnseen(of('project'), record?.projects.map(({ projectId }) => projectId) ?? []),
    agreements: await withUnseen(of('agreement'), record?.links.map(({ otherId }) => otherId) ?? []),
    languages: languages.map((value) => ({ value, label: languageName(value, form) })),
    colleagues: await withUnseen(colleagues.map(({ id, name }) => ({ id, label: name })), [record?.ownerId, record?.deputyId]),
  };
}

/** The parties of an agreement by name, for the forms of its acts. */
export function partyChoices(record: AgreementRecord, form: WrittenForm, hidden: string) {
  return record.parties.map(({ id, organisation }) => ({ id, label: textIn(organisation?.name, form) || hidden }));
}
