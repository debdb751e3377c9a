import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listQuery } from '#app/asked-list.ts';
import { notThere, recordPage, type RecordPageProps } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { NotUnderstood } from '#components/not-understood.tsx';
import { HistoryFilter } from '#components/record/history-filter.tsx';
import { RecordHistory } from '#components/record/history.tsx';
import { StoodSheet } from '#components/record/stood-sheet.tsx';
import { Standing } from '#components/standing.tsx';
import { writeDay } from '#messages/dates.ts';
import { genderOf } from '#messages/gender.ts';
import { standingThen } from '#office/agreement/then.ts';
import { fieldsOf, recordAsOf } from '#office/audit/as-of.ts';
import { fieldsTouched, historyOf, peopleBehind } from '#office/audit/read.ts';

const perPage = 50;

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return titled((await getTranslations('record'))('history'), (await params).register, params);
}

/** The history of a record, narrowed to a field or a person; or, with a day, the record as it stood at the end of it. */
export default async function HistoryPage({ params, searchParams }: RecordPageProps) {
  const page = await recordPage(params);
  if (!page) return notThere(params);
  const { form, viewer, record, title, path } = page;
  const t = await getTranslations('record');
  const query = await searchParams;
  const asked = listQuery();
  const [people, fields] = await Promise.all([peopleBehind(viewer, record.noun, record.id), fieldsTouched(viewer, record.noun, record.id)]);
  const who = asked.chosen('who', query.who, [...people.map(({ id }) => id), 'system']).at(0);
  const field = asked.chosen('field', query.field, fields).at(0);
  const on = asked.day('on', query.on);
  const before = asked.number('before', query.before, 1, Number.MAX_SAFE_INTEGER);
  const stood = on ? await recordAsOf(viewer, record.noun, record.id, { day: on }) : null;
  const [version] = stood ? await historyOf(viewer, record.noun, record.id, { upTo: stood.seq, limit: 1 }) : [];
  const past = on ? [] : await historyOf(viewer, record.noun, record.id, { who, field, before, limit: perPage + 1 });
  const here = `${path}/history`;
  const older = past.length > perPage ? new URLSearchParams({ ...(who ? { who } : {}), ...(field ? { field } : {}), before: String(past[perPage - 1]?.seq) }) : null;
  return (
    <>
      <DeskHead title={t('history')} lead={<><a href={path}>{title}</a>. {t('pastPage.lead')}</>} />
      <NotUnderstood strange={asked.strange} />
      <HistoryFilter action={here} noun={record.noun} people={people} fields={fields} who={who} field={field} on={on} />
      {on ? <h2>{t('pastPage.stoodOn', { day: writeDay(on, form) })}</h2> : null}
      {on && stood && record.noun === 'agreement' ? <p><Standing of="agreement" standing={standingThen(stood, on).sign} gender={genderOf(String(stood.row.type ?? ''))} /></p> : null}
      {on && !stood ? <EmptyState icon="rotate-ccw-clock" heading={t('pastPage.notYet')}><a href={here}>{t('pastPage.back')}</a></EmptyState> : null}
      {stood ? <StoodSheet groups={await fieldsOf(viewer, record.noun, stood)} noun={record.noun} form={form} /> : null}
      {version ? <p><a href={`${here}/${version.seq}`}>{t('pastPage.versionThen')}</a></p> : null}
      {on ? null : <RecordHistory past={past.slice(0, perPage)} noun={record.noun} form={form} at={(seq) => `${here}/${seq}`} />}
      {!on && past.length === 0 ? <EmptyState icon="rotate-ccw-clock" heading={t('pastPage.none')}><a href={here}>{t('pastPage.back')}</a></EmptyState> : null}
      {older ? <p><a href={`${here}?${older}`} rel="next">{t('pastPage.older')}</a></p> : null}
    </>
  );
}
