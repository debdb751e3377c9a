import type { Offer } from '#components/desk/offer.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { htmlLang } from '#messages/routing.ts';
import { words } from '#messages/words.ts';
import { findPeople } from '#office/person/find.ts';
import { openProposalsOn } from '#office/proposal/read.ts';
import type { Staff } from '#office/viewer.ts';

const most = 5;

/** People of the office by name or address, for whoever keeps their rights. */
export async function peopleOffered(viewer: Staff, typed: readonly string[], form: WrittenForm): Promise<Offer[]> {
  return (await findPeople(viewer, typed, most)).map(({ id, name, email }) => ({ id: `person ${id}`, label: name, lang: htmlLang(form), note: email ?? '', code: '', href: `/${form}/workspace/people/${id}` }));
}

/** Proposals that nobody has decided yet about these records, as far as the viewer may see them: they go by the name of their record. */
export async function proposalsOffered(viewer: Staff, recordIds: readonly string[], form: WrittenForm): Promise<Offer[]> {
  const t = words(form, 'palette');
  return (await openProposalsOn(viewer, recordIds, most)).map((one) => ({
    id: `proposal ${one.id}`, label: textIn(one.title, form), lang: htmlLang(form), code: '', href: `/${form}/workspace/proposals/${one.id}`,
    note: one.author ? t('proposalBy', { who: one.author }) : t('proposal'),
  }));
}
