import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordPage, refusal, type RecordPageProps } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { one } from '#app/shown.ts';
import { demandsOf } from '#app/registers.ts';
import { UnseenParties } from '#components/agreement/unseen-parties.tsx';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { PublicationMark } from '#components/publication-mark.tsx';
import { Checklist } from '#components/record/checklist.tsx';
import { PublishForm } from '#components/record/publish-form.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { unseenParties } from '#office/agreement/unseen-parties.ts';
import { permits, type Action } from '#office/permission.ts';
import { checklist, isOwnWork } from '#office/reviewing.ts';
import { publish } from '../actions.ts';
import { OtherSteps } from './other-steps.tsx';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return titled((await getTranslations('record'))('publish.heading'), (await params).register, params);
}

/** The way of a record to the public: what it still lacks, and every step that the viewer may take now. */
export default async function PublishPage({ params, searchParams }: RecordPageProps) {
  const page = await recordPage(params);
  if (!page) return notThere(params);
  const { form, viewer, register, record, title, path } = page;
  const t = await getTranslations('record.publish');
  const ready = await getTranslations('record.ready');
  const may = (verb: string) => permits(viewer, `${record.noun}.${verb}` as Action, record);
  const own = await isOwnWork(viewer, record.noun, record);
  const demands = await checklist(viewer, record.noun, record.id, demandsOf(register), belgradeToday(new Date()));
  const lacks = demands?.some(({ issue }) => issue) ?? false;
  const issues = await getTranslations('issues');
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} states={<PublicationMark state={record.publication} />}
        acts={<ButtonLink href={`${path}/preview`} kind="line" icon="eye">{t('preview')}</ButtonLink>} />
      {!may('publish') && !may('submit') ? await refusal() : (
        <div className="split">
          <div>
            {record.publication === 'published' ? <Notice tone="past" heading={t('already')}><p>{t('alreadyWhat')} <a href={`${path}/history`}>{t('alreadyHow')}</a></p></Notice> : null}
            {own && may('publish') ? <Notice tone="wait" heading={issues('fourEyesOwn')}><p>{t('ownWhy')}</p></Notice> : null}
            {record.noun === 'agreement' && record.publication !== 'published' ? <UnseenParties parties={await unseenParties(viewer, record.id)} form={form} /> : null}
            {may('publish') && !own && record.publication !== 'published' ? (
              <PublishForm
                action={publish} noun={record.noun} submit={t('submit')} back={path} words={t('what')} fieldsAt={`${path}/edit`}
                hidden={{ register, id: record.id, version: record.version, request: randomUUID() }}
              />
            ) : null}
            <OtherSteps page={page} own={own ? 'his own work' : 'another’s'} asked={one((await searchParams).step)} />
          </div>
          <aside className="part" aria-label={ready('heading')}>
            <h2>{ready('heading')}</h2>
            <Checklist demands={demands ?? []} noun={record.noun} form={form} fieldsAt={`${path}/edit`} embargoAt={`${path}/publish?step=embargo`} />
            <p className="soft">{ready(lacks ? 'lacks' : 'whole')}</p>
          </aside>
        </div>
      )}
    </>
  );
}
