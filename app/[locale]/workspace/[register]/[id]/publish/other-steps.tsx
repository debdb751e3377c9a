import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import type { RecordPage } from '#app/record-page.tsx';
import { EmbargoForm, ScheduleForm, StepForm, WordForm } from '#components/record/step-forms.tsx';
import { belgradeToday } from '#messages/dates.ts';
import type { FormValues } from '#office/outcome.ts';
import { permits } from '#office/permission.ts';
import { openSteps, type Step } from '#office/steps.ts';
import { approve, embargo, schedule, sendBack, submit, unschedule } from './actions.ts';

type Props = { page: RecordPage; own: 'his own work' | 'another’s'; /** The one that the address asks for, which stands open. */ asked: string | undefined };

/** The steps beside publishing at once: send for review, approve, return, schedule, hold back. Only what is possible now is drawn. */
export async function OtherSteps({ page: { viewer, register, record, path }, own, asked }: Props) {
  const t = await getTranslations('record.steps');
  const hidden = () => ({ register, id: record.id, version: record.version, request: randomUUID() });
  const clock = record.scheduledFor && new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Belgrade', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(record.scheduledFor);
  const planned: FormValues = record.scheduledFor && clock ? { day: [belgradeToday(record.scheduledFor)], time: [clock] } : {};
  const forms: Record<Step, () => ReactNode> = {
    submit: () => <WordForm field="message" what={t('submit.what')} action={submit} submit={t('submit.do')} hidden={hidden()} />,
    approve: () => <StepForm what={t('approve.what')} action={approve} submit={t('approve.do')} hidden={hidden()} fieldsAt={`${path}/edit`} />,
    unschedule: () => <StepForm what={t('unschedule.what')} action={unschedule} submit={t('unschedule.do')} hidden={hidden()} />,
    schedule: () => <ScheduleForm what={t('schedule.what')} action={schedule} submit={t('schedule.do')} values={planned} hidden={hidden()} fieldsAt={`${path}/edit`} />,
    return: () => <WordForm field="reason" what={t('return.what')} action={sendBack} submit={t('return.do')} hidden={hidden()} />,
    embargo: () => <EmbargoForm what={t('embargo.what')} action={embargo} submit={t('embargo.do')} values={record.embargoUntil ? { until: [record.embargoUntil] } : {}} hidden={hidden()} />,
  };
  const open = openSteps(viewer, record.noun, record, own);
  // For whoever may only send it for review, that is the step of the page.
  const first = open.find((name) => name === asked) ?? (permits(viewer, `${record.noun}.publish`, record) ? null : open[0]);
  return open.map((name) => (
    <details className="part" key={name} open={name === first}>
      <summary>{t(`${name}.heading`)}</summary>
      {forms[name]()}
    </details>
  ));
}
