import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/notice.tsx';
import { Todo } from '#components/todo.tsx';
import { Checklist } from '#components/record/checklist.tsx';
import { ProposalMark } from '#components/proposal/state-mark.tsx';
import { belgradeToday, writeDay, writeInstant } from '#messages/dates.ts';
import { formerName } from '#office/former.ts';
import { permits, type Action } from '#office/permission.ts';
import { proposalsOn } from '#office/proposal/read.ts';
import { checklist, lastStep } from '#office/reviewing.ts';
import type { RecordPage } from './record-page.tsx';
import { demandsOf } from './registers.ts';

/** Over a record that is not public yet: where it stands on its way, what it lacks; and the proposals that wait. */
export async function ReviewBand({ page: { form, viewer, register, record, path } }: { page: Omit<RecordPage, 'band'> }) {
  const t = await getTranslations('record.review');
  const ready = await getTranslations('record.ready');
  const proposals = await getTranslations('proposals');
  const names = await getTranslations('record');
  const { publication, scheduledFor, embargoUntil } = record;
  const today = belgradeToday(new Date());
  const inReview = ['in_review', 'returned', 'approved', 'scheduled'].includes(publication);
  const works = permits(viewer, `${record.noun}.revise` as Action, record);
  const [waiting, step, demands] = await Promise.all([
    proposalsOn(viewer, record.id), inReview && works ? lastStep(record.noun, record.id) : null,
    works && publication !== 'published' && publication !== 'withdrawn' ? checklist(viewer, record.noun, record.id, demandsOf(register), today) : null,
  ]);
  const lacking = demands?.filter(({ issue }) => issue) ?? [];
  const who = step?.actor ?? (step?.actorId ? formerName(step.actorId, form) : names('system'));
  return (
    <>
      {step ? (
        <Notice tone={publication === 'returned' ? 'wait' : 'way'} weight={publication === 'returned' ? 'solid' : 'outline'} heading={t(`${publication}.heading`)}>
          <p>{publication === 'scheduled' && scheduledFor ? t('scheduled.what', { when: writeInstant(scheduledFor, form), who }) : t('by', { who, when: writeInstant(step.at, form, 'table') })}</p>
          {step.reason ? <p>{t('why', { reason: step.reason })}</p> : null}
          <p><a href={`${path}/publish`}>{t('onward')}</a></p>
        </Notice>
      ) : null}
      {embargoUntil && embargoUntil > today && publication !== 'published' ? <Notice tone="wait" heading={t('embargo', { day: writeDay(embargoUntil, form, 'sentence') })} /> : null}
      {lacking.length > 0 ? (
        <details className="part">
          <summary>{ready('heading')}: {ready('count', { count: lacking.length })}</summary>
          <Checklist demands={demands ?? []} noun={record.noun} form={form} fieldsAt={`${path}/edit`} embargoAt={`${path}/publish?step=embargo`} />
        </details>
      ) : null}
      {waiting.length > 0 ? (
        <section className="part">
          <h2>{proposals('onRecord')}</h2>
          <Todo lines={waiting.map((one) => ({
            id: one.id, href: `/${form}/workspace/proposals/${one.id}`, title: proposals('by', { who: one.author ?? formerName(one.createdBy ?? '', form) }), note: writeInstant(one.createdAt, form, 'table'), act: <ProposalMark state={one.state} />,
          }))} />
        </section>
      ) : null}
    </>
  );
}
