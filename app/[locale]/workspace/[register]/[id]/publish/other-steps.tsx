import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import type { RecordPage } from '#app/record-page.tsx';
import { EmbargoForm, ScheduleForm, StepForm, WordForm } from '#components/record/step-forms.tsx';
import { belgradeToday } from '#messages/dates.ts';
import type { FormValues } from '#office/outcome.ts';
import { permits, type Action } from '#office/permission.ts';
import { approve, embargo, schedule, sendBack, submit, unschedule } from './actions.ts';

type Props = { page: RecordPage; own: 'his own work' | 'another’s' };

/** The steps beside publishing at once: send for review, approve, return, schedule, hold back. Only what is possible now is drawn. */
export async function OtherSteps({ page: { viewer, register, record, path }, own }: Props) {
  const t = await getTranslations('record.steps');
  const { publication } = record;
  const may = (verb: string, ...from: string[]) => from.includes(publication) && permits(viewer, `${record.noun}.${verb}` as Action, record);
  const hidden = () => ({ register, id: record.id, version: record.version, request: randomUUID() });
  const alone = own === 'another’s';
  const clock = record.scheduledFor && new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Belgrade', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(record.scheduledFor);
  const planned: FormValues = record.scheduledFor && clock ? { day: [belgradeToday(record.scheduledFor)], time: [clock] } : {};
  const unpublished = ['draft', 'in_review', 'returned', 'approved', 'withdrawn'];
  const steps: { name: string; form: ReactNode }[] = [
    ...(may('submit', 'draft', 'returned') ? [{ name: 'submit', form: <WordForm field="message" what={t('submit.what')} action={submit} submit={t('submit.do')} hidden={hidden()} /> }] : []),
    ...(may('approve', 'in_review') && alone ? [{ name: 'approve', form: <StepForm what={t('approve.what')} action={approve} submit={t('approve.do')} hidden={hidden()} fieldsAt={`${path}/edit`} /> }] : []),
    ...(may('unschedule', 'scheduled') ? [{ name: 'unschedule', form: <StepForm what={t('unschedule.what')} action={unschedule} submit={t('unschedule.do')} hidden={hidden()} /> }] : []),
    ...(may('schedule', ...unpublished, 'scheduled') && alone
      ? [{ name: 'schedule', form: <ScheduleForm what={t('schedule.what')} action={schedule} submit={t('schedule.do')} values={planned} hidden={hidden()} fieldsAt={`${path}/edit`} /> }] : []),
    ...(may('return', 'in_review', 'approved', 'scheduled') ? [{ name: 'return', form: <WordForm field="reason" what={t('return.what')} action={sendBack} submit={t('return.do')} hidden={hidden()} /> }] : []),
    ...(may('embargo', ...unpublished)
      ? [{ name: 'embargo', form: <EmbargoForm what={t('embargo.what')} action={embargo} submit={t('embargo.do')} values={record.embargoUntil ? { until: [record.embargoUntil] } : {}} hidden={hidden()} /> }] : []),
  ];
  // For whoever may only send it for review, that is the step of the page.
  const first = permits(viewer, `${record.noun}.publish` as Action, record) ? null : steps[0]?.name;
  return steps.map(({ name, form }) => (
    <details className="part" key={name} open={name === first}>
      <summary>{t(`${name}.heading`)}</summary>
      {form}
    </details>
  ));
}
