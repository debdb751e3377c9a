import { getTranslations } from 'next-intl/server';
import { picks } from '#app/picks.ts';
import type { Carriers } from '#components/agreement/paper-fields.tsx';
import type { May } from '#components/agreement/unmet.tsx';
import { languageName } from '#messages/names.ts';
import { textIn } from '#messages/local-text.ts';
import type { ActKind } from '#office/agreement/agreement.ts';
import { carriersFor } from '#office/agreement/read.ts';
import { documentLanguages } from '#office/document/document.ts';
import { documentsOf } from '#office/document/read.ts';
import { draftsAt } from '#office/draft/read.ts';
import { permits } from '#office/permission.ts';
import { colleagueNames } from '#office/person/names.ts';
import type { AgreementPage } from './agreement-page.ts';

/** What the form of an act offers to choose from. */
export async function actChoices({ viewer, form, record, agreement }: AgreementPage) {
  const hidden = (await getTranslations('agreements'))('hiddenParty');
  const documents = (await documentsOf(viewer, 'agreement', record.id)).flatMap((one) => (one.withheld ? [] : [{ id: one.id, label: `${textIn(one.title, form)} (${one.code})` }]));
  return {
    parties: agreement.parties.map(({ id, organisation }) => ({ id, label: textIn(organisation?.name, form) || hidden })),
    documents,
    languages: documentLanguages.map((value) => ({ value, label: languageName(value, form) })),
    mayBegin: [...(permits(viewer, 'document.draft', null) ? ['document' as const] : []), ...(permits(viewer, 'agreement.draft', null) ? ['agreement' as const] : [])],
    known: agreement.acts.map(({ id }) => id),
  };
}

/** Agreements that may carry an act of this one: those of the same parties, and what stands in the picker of all others, besides the one `chosen` there. */
export async function otherChoices({ viewer, form, record }: AgreementPage, chosen?: string): Promise<Carriers> {
  const near = (await carriersFor(viewer, record.id)).map(({ id, code, title }) => ({ id, label: `${textIn(title, form)} (${code})` }));
  return { near, found: await picks(viewer, form, 'agreement', [chosen], record.id) };
}

/** Who keeps the agreement, by name. */
export async function keepersOf({ viewer, agreement, form }: AgreementPage) {
  const colleagues = await colleagueNames(viewer, form);
  const nameOf = (id: string | null) => (id && colleagues.get(id)) || null;
  return { owner: nameOf(agreement.ownerId), deputy: nameOf(agreement.deputyId) };
}

/** What the viewer may do about what stands in the way of an act. */
export function mayOf({ viewer, record }: AgreementPage): May {
  return [
    ...(permits(viewer, 'agreement.revise', record) ? ['revise' as const] : []),
    ...(permits(viewer, 'agreement.addParty', record) ? ['addParty' as const] : []),
    ...(permits(viewer, 'agreement.recordAct', record) ? ['recordAct' as const] : []),
    ...(permits(viewer, 'document.draft', null) ? ['draftDocument' as const] : []),
  ];
}

/** The kind of act that an address names; null where it names none, or one with a page elsewhere. */
export function namedKind<K extends ActKind>(name: string, kinds: readonly K[]): K | null {
  return kinds.find((kind) => kind.replaceAll('_', '-') === name) ?? null;
}

/** Whether this person has begun the form of that page under the agreement and not sent it: what was typed must be found again, also where the act is no longer possible. */
export async function isBegun({ viewer, form, path }: AgreementPage, below: string): Promise<boolean> {
  return (await draftsAt(viewer, `${path.slice(form.length + 1)}/${below}`)).length > 0;
}
