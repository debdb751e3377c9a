import { randomUUID } from 'node:crypto';
import { cache, type ReactNode } from 'react';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { answer, missing } from '#app/answer.ts';
import { broughtOver } from '#app/carried-on.ts';
import { isRegister, registers, type RegisterName } from '#app/registers.ts';
import { RemindersBand } from '#app/reminders-band.tsx';
import { ReviewBand } from '#app/review-band.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { MissingAtDesk } from '#components/frame/missing-at-desk.tsx';
import { Notice } from '#components/notice.tsx';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { permits, type Action } from '#office/permission.ts';
import { projectsGiven } from '#office/publication.ts';
import { settingNow } from '#office/setting/read.ts';
import { mergedInto } from '#office/forwarding.ts';
import { recordHead, type RecordHead } from '#office/record.ts';
import { undoableOf } from '#office/undoable.ts';
import type { Staff } from '#office/viewer.ts';
import { undo } from '#app/[locale]/workspace/[register]/[id]/undo/actions.ts';

export type RecordPageProps = PageProps<{ register: string; id: string }>;
export type RecordPage = { form: WrittenForm; viewer: Staff; register: RegisterName; record: RecordHead; title: string; path: string; /** The office's choices that say how something may be done. */ office: { four_eyes: boolean }; undo: Undo | null; /** Where the record stands on its way to the public, for its own page. */ band: ReactNode };

/** The viewer's last change of the record, and the door by which it is undone. */
export type Undo = { readonly action: typeof undo; readonly hidden: Readonly<Record<string, string | number>>; readonly done: string; readonly at: Date };

/** The record that a page shared by all registers is about; null where the register or the record is not there for this viewer. */
export async function recordPage(params: RecordPageProps['params']): Promise<RecordPage | null> {
  const { register } = await params;
  return isRegister(register) ? recordOf(register, params) : null;
}

/** What a page about one record of this register needs; null where the record is not there for this viewer. */
export async function recordOf(register: RegisterName, params: Promise<{ locale: string; id: string }>): Promise<RecordPage | null> {
  const form = await formOfPage(params);
  const viewer = await staff();
  const { id } = await params;
  const record = await recordHead(viewer, registers[register].noun, id);
  if (!record) return goOn({ form, viewer, register, id });
  const last = await undoableOf(viewer, record, new Date());
  const page = {
    form, viewer, register, record, title: textIn(record.title, form) || record.code, path: `/${form}/workspace/${register}/${id}`,
    office: { four_eyes: await settingNow('four_eyes') },
    undo: last && { action: undo, hidden: { register, id, seq: last.seq, request: randomUUID() }, done: last.action, at: last.at },
  };
  return { ...page, band: <><RemindersBand page={page} /><ReviewBand page={page} /></> };
}

/** To the record that this one was merged into, or to the form of it that now holds what he had not sent; not for good, since a merge may be undone. */
async function goOn({ form, viewer, register, id }: Pick<RecordPage, 'form' | 'viewer' | 'register'> & { id: string }): Promise<null> {
  const kept = await mergedInto(viewer, registers[register].noun, id);
  if (kept) redirect(`/${form}${await bringOver(viewer, register, id) ?? `/workspace/${register}/${kept.id}`}`);
  return null;
}

// Once a request: the title of a page asks for its record as well.
const bringOver = cache(broughtOver);

/** The page of a record that is not there, or that the viewer may not know of: the same 404. */
export async function notThere(params: Promise<{ locale: string }>) {
  missing();
  return <MissingAtDesk form={await formOfPage(params)} />;
}

/** Says plainly that this act on this record is not the viewer's; null where it is. */
export async function notAllowed(viewer: Staff, verb: string, record: RecordHead) {
  return permits(viewer, `${record.noun}.${verb}` as Action, record) ? null : refusal();
}

/** The same for an act that begins a record; whoever was given one project may begin what belongs to it. */
export async function notAllowedAtAll(viewer: Staff, action: Action) {
  const ofProject = (id: string) => ({ id: '', createdBy: null, publication: 'draft' as const, projectId: id, projectIds: [id] });
  return permits(viewer, action, null) || projectsGiven(viewer).some((id) => permits(viewer, action, ofProject(id))) ? null : refusal();
}

/** „This is not yours to do“, with its status. */
export async function refusal() {
  answer(403);
  const t = await getTranslations('record');
  return <Notice tone="wait" weight="solid" heading={t('notAllowed')}><p>{t('notAllowedWhy')}</p></Notice>;
}
