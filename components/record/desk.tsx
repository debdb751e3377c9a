import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { PublicationMark } from '#components/publication-mark.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { writeDay, writeTime } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { addressed, permits, wayOf, type Action, type Noun } from '#office/permission.ts';
import type { Past } from '#office/audit/read.ts';
import type { RecordHead } from '#office/record.ts';
import type { Staff } from '#office/viewer.ts';
import type { EntryFormProps } from '#components/form.tsx';
import { RecordHistory } from './history.tsx';
import { TranslationState } from './translation-state.tsx';
import { UndoForm } from './undo-form.tsx';

type Props = {
  page: {
    form: WrittenForm; viewer: Staff; record: RecordHead; title: string; path: string;
    office: { four_eyes: boolean }; band: ReactNode;
    undo: (Pick<EntryFormProps, 'action' | 'hidden'> & { done: string; at: Date }) | null;
  };
  /** The record's address for the public, below the written form; none where the public has no page of it. */
  publicPath?: string;
  /** The record with its texts, whose English is told in one line. */
  texts?: object;
  /** Standing and the like, before publication and verification. */
  states?: ReactNode;
  /** Links to the acts that only this noun has. */
  ownActs?: ReactNode;
  /** What stands over the whole width under the head: how far the record has come. */
  above?: ReactNode;
  sheet: ReactNode;
  /** The newest part of the history. */
  past: readonly Past[];
  children: ReactNode;
};

/** A record in the workspace: what it is, what may be done with it now, what happened to it. */
export function RecordDesk({ page, publicPath, texts, states, ownActs, above, sheet, past, children }: Props) {
  const t = useTranslations('record');
  const { form, record, title, path } = page;
  return (
    <>
      <DeskHead title={title} acts={<Acts page={page} publicPath={publicPath} own={ownActs} />} states={(
        <>
          {states}
          <PublicationMark state={record.publication} />
          <VerificationMark state={record.verification} day={record.verifiedOn ? writeDay(record.verifiedOn, form, 'table') : undefined} />
          {texts ? <TranslationState of={texts} /> : null}
          <span className="code soft">{record.code}</span>
        </>
      )} />
      {page.undo ? <UndoForm action={page.undo.action} hidden={page.undo.hidden} done={page.undo.done} time={writeTime(page.undo.at, form)} /> : null}
      {page.band}
      {above}
      <div className="two">
        <div>
          {children}
          <section className="sec">
            <h2>{t('history')}</h2>
            <RecordHistory past={past} noun={record.noun} form={form} level={3} at={(seq) => `${path}/history/${seq}`} />
            <p><a href={`${path}/history`}>{t('wholeHistory')}</a></p>
          </section>
        </div>
        {sheet}
      </div>
    </>
  );
}

/** Only what the viewer may do now is drawn. */
function Acts({ page, publicPath, own }: { page: Props['page']; publicPath: string | undefined; own: ReactNode }) {
  const t = useTranslations('record');
  const { form, viewer, record, path } = page;
  const may = (verb: string) => permits(viewer, `${record.noun}.${verb}` as Action, record);
  const published = record.publication === 'published';
  const revises = wayOf(viewer, `${record.noun}.revise` as Action, record.noun, record, page.office);
  const submits = !may('publish') && may('submit') && ['draft', 'returned'].includes(record.publication);
  return (
    <>
      {may('publish') && !published ? <ButtonLink href={`${path}/publish`} icon="send">{t('publish.submit')}</ButtonLink> : null}
      {submits ? <ButtonLink href={`${path}/publish`} icon="send">{t('steps.submit.do')}</ButtonLink> : null}
      {revises ? <ButtonLink href={`${path}/edit`} kind="line" icon={revises === 'act' ? 'pencil' : 'git-pull-request-arrow'}>{t(revises === 'act' ? 'edit' : 'propose.submit')}</ButtonLink> : null}
      {own}
      {may('verify') ? <ButtonLink href={`${path}/verify`} kind="line" icon="circle-check">{t('verify.heading')}</ButtonLink> : null}
      {may('withdraw') && published ? <ButtonLink href={`${path}/withdraw`} kind="harm" icon="undo-2">{t('withdraw.submit')}</ButtonLink> : null}
      <span className="more-acts">
        {hasPlan(record.noun) ? <ButtonLink href={`${path}/plan`} kind="bare" icon="milestone">{t('plan')}</ButtonLink> : null}
        {hasDuties(record.noun) ? <ButtonLink href={`${path}/duties`} kind="bare" icon="calendar-clock">{t('duties')}</ButtonLink> : null}
        {!published && may('revise') ? <ButtonLink href={`${path}/preview`} kind="bare" icon="eye">{t('publish.preview')}</ButtonLink> : null}
        {published && publicPath ? <ButtonLink href={`/${form}${publicPath}`} kind="bare" icon="external-link">{t('publicPage')}</ButtonLink> : null}
        {hasOwnAddress(record.noun) && may('readdress') ? <ButtonLink href={`${path}/address`} kind="bare" icon="link">{t('readdress.heading')}</ButtonLink> : null}
        {wayOf(viewer, `${record.noun}.merge`, record.noun, record, page.office) ? <ButtonLink href={`${path}/merge`} kind="bare" icon="merge">{t('merge')}</ButtonLink> : null}
      </span>
    </>
  );
}

function hasOwnAddress(noun: Noun): boolean {
  return addressed.some((one) => one === noun);
}

/** Milestones belong to these, and each has a plan of them. */
function hasPlan(noun: Noun): boolean {
  return noun === 'agreement' || noun === 'membership' || noun === 'project' || noun === 'programme';
}

function hasDuties(noun: Noun): boolean {
  return noun === 'agreement' || noun === 'membership';
}
