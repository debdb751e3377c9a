import { picks } from '#app/picks.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { languageName } from '#messages/names.ts';
import { languages } from '#office/agreement/agreement.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { colleagueNames } from '#office/person/names.ts';
import { colleagueChoices } from '#office/person/read.ts';
import type { Viewer } from '#office/viewer.ts';
import { withUnseen } from '../unseen.ts';

/** What the form of an agreement offers to choose from, without the agreement itself. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: AgreementRecord) {
  const sides = [...record?.parties ?? [], ...record?.obligations ?? []].map(({ organisationId }) => organisationId);
  const [colleagues, organisations, networks, projects, agreements] = await Promise.all([
    colleagueChoices(viewer),
    picks(viewer, form, 'organisation', sides),
    picks(viewer, form, 'network', record?.networks.map(({ networkId }) => networkId)),
    picks(viewer, form, 'project', record?.projects.map(({ projectId }) => projectId)),
    picks(viewer, form, 'agreement', record?.links.map(({ otherId }) => otherId), record?.id),
  ]);
  return {
    organisations, networks, projects, agreements,
    languages: languages.map((value) => ({ value, label: languageName(value, form) })),
    colleagues: await withUnseen(colleagues.map(({ id, name }) => ({ id, label: name })), [record?.ownerId, record?.deputyId], await colleagueNames(viewer, form)),
  };
}

/** The parties of an agreement by name, for the forms of its acts. */
export function partyChoices(record: AgreementRecord, form: WrittenForm, hidden: string) {
  return record.parties.map(({ id, organisation }) => ({ id, label: textIn(organisation?.name, form) || hidden }));
}
