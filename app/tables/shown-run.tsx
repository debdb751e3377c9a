import { getTranslations } from 'next-intl/server';
import { registers, type RegisterName } from '#app/registers.ts';
import { assignMany, classifyMany, goOnWithMany, publishMany, verifyMany, withdrawMany } from '#app/[locale]/workspace/tables/[register]/actions.ts';
import { BulkDetailsForm } from '#components/bulk/details-form.tsx';
import { ForgetChosen } from '#components/bulk/forget-chosen.tsx';
import { GoOn } from '#components/bulk/go-on.tsx';
import { BulkReport, type ReportLine } from '#components/bulk/report.tsx';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { isOver, type BulkRun } from '#office/bulk/bulk.ts';
import { recordHeads } from '#office/bulk/read.ts';
import { permits, type Action } from '#office/permission.ts';
import { colleagueChoices } from '#office/person/read.ts';
import type { Staff } from '#office/viewer.ts';
import { tableOfView } from './keep-view.ts';

const actions = { assign: assignMany, classify: classifyMany, verify: verifyMany, publish: publishMany, withdraw: withdrawMany };

/** The page of a run: confirmed first, then gone through, then told record by record. `query` is what its table was asked. */
export async function shownRun(viewer: Staff, form: WrittenForm, register: RegisterName, run: BulkRun, query: string) {
  const { noun } = registers[register];
  const t = await getTranslations('record.bulk');
  const path = `/${form}/workspace/${register}`;
  const back = `/${form}${tableOfView(register, query)}`;
  const heads = new Map((await recordHeads(viewer, noun, run.ids)).map((head) => [head.id, head]));
  const lines = run.ids.map((id, place): ReportLine => {
    const head = heads.get(id);
    return { id, title: head ? textIn(head.title, form) || head.code : null, code: head?.code ?? null, href: `${path}/${id}`, result: run.results[place] ?? null };
  });
  const head = <DeskHead title={t(`headings.${run.verb}`)} lead={<a href={back}>{t('back')}</a>} />;
  const hidden = { register, query, id: run.id };
  if (run.details === null) {
    const may = [...heads.values()].filter((one) => permits(viewer, `${noun}.${run.verb}` as Action, one)).length;
    const people = run.verb === 'assign' ? await colleagueChoices(viewer) : [];
    return (
      <>
        {head}
        <p className="prose">{t(`what.${run.verb}`, { count: run.ids.length })}</p>
        {may < run.ids.length ? <Notice tone="wait" weight="outline" heading={t('notAll')}><p>{t('notAllWhy', { may, count: run.ids.length })}</p></Notice> : null}
        <details className="bulk-list"><summary>{t('which', { count: lines.length })}</summary><ul>{lines.map((line) => <li key={line.id}>{line.title === null ? t('unseen') : <a href={line.href}>{line.title}</a>} <span className="code">{line.code}</span></li>)}</ul></details>
        <BulkDetailsForm action={actions[run.verb]} verb={run.verb} people={people} hidden={hidden} submit={t(`submit.${run.verb}`, { count: run.ids.length })} back={back} />
      </>
    );
  }
  const refused = run.results.filter(({ reasons }) => reasons).length;
  return (
    <>
      {head}
      <ForgetChosen register={register} />
      <p className="prose"><output>{t('outcomes', { done: run.results.length - refused, refused })}</output></p>
      {isOver(run) ? <p className="btns"><ButtonLink kind="line" href={back}>{t('back')}</ButtonLink></p> : (
        <>
          <p className="prose"><progress value={run.results.length} max={run.ids.length} aria-label={t('progress')} /> {t('stands', { stands: run.results.length, count: run.ids.length })}</p>
          <GoOn key={run.results.length} action={goOnWithMany} hidden={hidden} submit={t('goOn')} />
        </>
      )}
      <BulkReport lines={lines} noun={noun} form={form} />
    </>
  );
}
