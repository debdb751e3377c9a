import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { refusal, type RecordPage } from '#app/record-page.tsx';
import { one, type PageProps } from '#app/shown.ts';
import { merge } from '#components/merge.ts';
import { Notice } from '#components/notice.tsx';
import type { FormValues } from '#office/outcome.ts';
import { isContent, wayOf, type Action } from '#office/permission.ts';
import { isUndecided } from '#office/proposal/proposal.ts';
import { proposalById, type ProposalRecord } from '#office/proposal/read.ts';
import { seesPersons } from './proposing.ts';

type Asked = { readonly verb: string; /** The name in app/deeds.ts, where it is not the action's. */ readonly deed?: string; readonly values?: FormValues; readonly version: number; /** The word on the button, where it is done at once; „Сачувај“ if not given. */ readonly submit?: string };

/**
 * How the form of an act is drawn for this viewer: to be done at once, to be proposed, or not at all (`refusal`).
 * `?proposal=` opens one of his own again, on top of what stands now.
 */
export async function wayTo(page: RecordPage, { verb, deed, values = {}, version, submit }: Asked, searchParams: PageProps['searchParams']) {
  const { viewer, record, office } = page;
  const action = `${record.noun}.${verb}` as Action;
  const way = wayOf(viewer, action, record.noun, record, office);
  const t = await getTranslations('record');
  const persons = way === 'act' || seesPersons(viewer, record);
  const hidden = { id: record.id, version, request: randomUUID(), ...(record.publication === 'published' && isContent(action) ? { corrects: 'on' } : {}) };
  if (way === null) return { proposes: false, heading: t('edit'), refusal: await refusal(), told: null, persons, face: { submit: t('save'), values, hidden } };
  if (way === 'act') return { proposes: false, heading: t('edit'), refusal: null, told: null, persons, face: { submit: submit ?? t('save'), values, hidden } };
  const again = await asked(page, deed ?? action, one((await searchParams).proposal));
  const typed = again ? { ...merge(again.opened, again.typed, values).values, proposalReason: [again.reason ?? ''], correctionNote: [again.note?.[again.note.origin]?.text ?? ''], correctionNoteEn: [again.note?.en?.text ?? ''] } : values;
  return {
    proposes: true, heading: t('propose.heading'), refusal: null, persons,
    told: <Notice tone="way" heading={t('propose.told')}><p>{t(office.four_eyes && record.publication === 'published' ? 'propose.whyFourEyes' : 'propose.why')}</p></Notice>,
    face: { submit: t('propose.submit'), values: typed, hidden: { ...hidden, propose: 'on', proposal: again?.id } },
  };
}

/** The viewer's own proposal that the address names, where it can still be sent again. */
async function asked({ viewer, record }: RecordPage, deed: string, id: string | undefined): Promise<ProposalRecord | null> {
  const held = id ? await proposalById(viewer, id) : null;
  return held && held.createdBy === viewer.id && held.recordId === record.id && held.deed === deed && isUndecided(held.state) ? held : null;
}
