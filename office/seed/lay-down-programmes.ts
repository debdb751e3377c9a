import { programme } from '#db/schema/programme.ts';
import type { ProgrammeEntry } from '#office/programme/entry.ts';
import { draft, publish } from '#office/programme/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { programmeCodes } from './codes.ts';
import { facts } from './facts.ts';
import type { ProgrammeFacts } from './facts.ts';
import { mapped, partnerRoles } from './mapping.ts';
import { idOf, of, settle } from './settle.ts';
import type { Ids } from './settle.ts';
import { programmeTexts } from './texts/programmes.ts';
import { localText } from './texts/text.ts';
import { amounts, fromOfficeRecords, said } from './values.ts';

/** Lays down the programmes; answers with their ids under the facts' own. */
export async function layDownProgrammes(organisations: Ids): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const one of facts.programmes) {
    const code = of(programmeCodes, one.id);
    const entry = entryFrom(one, organisations);
    ids.set(one.id, await settle(programme, {
      code,
      draft: () => draft(systemViewer, { entry, given: { code, slug: one.id } }),
      publish: (id) => publish(systemViewer, { id }),
    }));
  }
  return ids;
}

function entryFrom({ id, funder, countries = [], partners = [], amount }: ProgrammeFacts, organisations: Ids): ProgrammeEntry {
  const texts = of(programmeTexts, id);
  return {
    name: localText(texts.name),
    acronym: said(texts.acronym),
    instrument: said(texts.instrument),
    purpose: localText(texts.purpose),
    objectives: (texts.objectives ?? []).map(localText),
    eligible: said(texts.eligible),
    countries: [...countries],
    funderId: idOf(organisations, funder),
    amounts: amounts(amount, 'programme_total', texts.amountNote),
    partners: partners.map(({ org, role, iati_organisation_role: iatiRole }) => ({
      id: null, organisationId: idOf(organisations, org), role: mapped(partnerRoles, role), iatiRole, note: said(texts.partnerNotes?.[org]),
    })),
    sources: fromOfficeRecords(),
    priorityAxes: [], periodFrom: null, periodTo: null, cci: null, funderNote: null, managingAuthorityId: null, nationalAuthorityId: null,
    jointSecretariat: null, englishWaived: null,
  };
}
