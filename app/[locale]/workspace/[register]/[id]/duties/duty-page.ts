import { recordPage, type RecordPage } from '#app/record-page.tsx';
import { picks } from '#app/picks.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { dutyOf, type Duty, type DutyHolder } from '#office/obligation/read.ts';
import { colleagueNames } from '#office/person/names.ts';
import { colleagueChoices } from '#office/person/read.ts';
import type { Viewer } from '#office/viewer.ts';
import { withUnseen } from '../../../unseen.ts';

export type DutiesPage = RecordPage & { holder: DutyHolder };

/** What a page about the duties of a record needs; null where the record is not there for this viewer, or has no duties by its kind. */
export async function dutiesPage(params: Promise<{ locale: string; register: string; id: string }>): Promise<DutiesPage | null> {
  const page = await recordPage(params);
  const noun = page?.record.noun;
  return page && (noun === 'agreement' || noun === 'membership') ? { ...page, holder: { noun, id: page.record.id } } : null;
}

/** The same for one duty of it. */
export async function dutyPage(params: Promise<{ locale: string; register: string; id: string; duty: string }>): Promise<DutiesPage & { duty: Duty } | null> {
  const page = await dutiesPage(params);
  const duty = page && await dutyOf(page.viewer, page.holder, (await params).duty);
  return page && duty ? { ...page, duty } : null;
}

/** Who may owe it, and who may keep it. */
export async function dutyChoices(viewer: Viewer, form: WrittenForm, duty?: Duty) {
  const colleagues = (await colleagueChoices(viewer)).map(({ id, name }) => ({ id, label: name }));
  return { organisations: await picks(viewer, form, 'organisation', [duty?.organisationId]), colleagues: await withUnseen(colleagues, [duty?.ownerId, duty?.deputyId], await colleagueNames(viewer, form)) };
}
