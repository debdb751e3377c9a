import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere } from '#app/record-page.tsx';
import { one, pageNumber, type PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { EntryForm } from '#components/form.tsx';
import { ImportProgress } from '#components/import/progress.tsx';
import { ImportTold } from '#components/import/told.tsx';
import { writeInstant } from '#messages/dates.ts';
import { importVerdicts, keptDays } from '#office/import/import.ts';
import { permits, type Action, type Subject } from '#office/permission.ts';
import { resumeImport, stopImport } from '../actions.ts';
import { Found, Rows } from '../checked.tsx';
import { importPage, type ImportPage } from '../import-page.ts';
import { Mapping } from '../mapping.tsx';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await importPage(params);
  return { title: (await getTranslations('import'))('one', { file: page?.run.fileName ?? '' }) };
}

export default async function ImportRunPage({ params, searchParams }: Props) {
  const page = await importPage(params);
  if (!page) return notThere(params);
  const { form, run } = page;
  const query = await searchParams;
  const t = await getTranslations('import');
  const rows = { verdict: importVerdicts.find((verdict) => verdict === one(query.verdict)), page: pageNumber(query.page) };
  return (
    <>
      <DeskHead
        title={t('one', { file: run.fileName })} lead={<><a href={`/${form}/workspace/import`}>{t('title')}</a> · {t(`nouns.${run.noun}`)} · <ImportTold run={run} /></>}
        states={<span className="pub">{t(`state.${run.state}`)}</span>}
      />
      <Stage {...page} asked={one(query.columns) === '1' ? 'columns' : 'rows'} />
      {run.state === 'mapping' || run.state === 'checking' || one(query.columns) === '1' ? null : <Rows {...page} {...rows} />}
      <p className="soft import-after">{t('swept', { days: keptDays })}</p>
    </>
  );
}

/** What this import waits for, or what became of it. */
async function Stage(page: ImportPage & { asked: 'columns' | 'rows' }) {
  const { form, run, counts, path, asked } = page;
  const t = await getTranslations('import');
  const hidden = () => ({ id: run.id, version: run.version, request: randomUUID() });
  const stop = may(page, 'stop') ? <EntryForm noun="import" action={stopImport} hidden={hidden()} submit={t('progress.stop')} kind="harm" keepAs="nothing">{null}</EntryForm> : null;
  if (run.state === 'checking') return <ImportProgress kind="checking" done={counts.judged} all={run.rowCount} form={form} here={path}>{stop}</ImportProgress>;
  if (run.state === 'running') return <ImportProgress kind="running" done={counts.entered} all={counts.entered + counts.waiting} form={form} here={path}>{stop}</ImportProgress>;
  if (may(page, 'map') && (run.state === 'mapping' || (asked === 'columns' && !run.startedAt))) return <Mapping {...page} />;
  if (run.state === 'checked') return <Found {...page} confirms={may(page, 'confirm') ? 'may confirm' : 'may look'} />;
  const at = run.finishedAt ? writeInstant(run.finishedAt, form, 'sentence') : '';
  return (
    <section className="sec import-found">
      <p>{run.state === 'mapping' ? t('state.mapping') : t(run.state === 'done' ? 'ended.done' : run.startedAt ? 'ended.stopped' : 'ended.givenUp', { at })} {run.startedAt ? t('ended.entered', { count: counts.entered }) : null}</p>
      {run.startedAt && counts.waiting > 0 ? <p>{t('ended.left', { count: counts.waiting })}</p> : null}
      {counts.wrong > 0 ? <p>{t('result.wrong', { count: counts.wrong })} <a href={`${path}/wrong`} download>{t('result.wrongFile')}</a>. {t('result.wrongHow')}</p> : null}
      {run.state === 'done' && counts.judged === 0 ? <p>{t('sweptAlready')}</p> : null}
      {run.state === 'stopped' && run.startedAt && may(page, 'resume') ? <EntryForm noun="import" action={resumeImport} hidden={hidden()} submit={t('progress.resume')} keepAs="nothing">{null}</EntryForm> : null}
      {run.state === 'stopped' && !run.startedAt && may(page, 'map') ? <p><a href={`${path}?columns=1`}>{t('map.again')}</a></p> : null}
    </section>
  );
}

function may({ viewer, run }: ImportPage, verb: 'map' | 'confirm' | 'stop' | 'resume'): boolean {
  return permits(viewer, `import.${verb}` as Action, { id: run.id, createdBy: run.createdBy, noun: run.noun, publication: 'draft' } satisfies Subject);
}
