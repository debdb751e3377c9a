import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { folderOf } from '#app/registers.ts';
import { ConfirmImportForm } from '#components/import/confirm-form.tsx';
import { ImportRows } from '#components/import/rows.tsx';
import { Pager } from '#components/pager.tsx';
import type { ImportVerdict } from '#db/schema/import-run.ts';
import { belgradeToday } from '#messages/dates.ts';
import { importVerdicts } from '#office/import/import.ts';
import { preview } from '#office/import/preview.ts';
import { rowsOf, unknownOf } from '#office/import/read.ts';
import { confirmImport } from './actions.ts';
import type { ImportPage } from './import-page.ts';

const perPage = 50;

/** What was found in the rows, and the word that lets them in. */
export async function Found({ run, counts, path, confirms }: ImportPage & { confirms: 'may confirm' | 'may look' }) {
  const t = await getTranslations('import');
  const unknown = run.entersUnknown ? await unknownOf(run.id) : [];
  const good = counts.new + counts.changes;
  return (
    <section className="sec import-found">
      <h2>{t('result.heading')}</h2>
      <ul>
        <li>{t('result.wrong', { count: counts.wrong })}</li>
        <li>{t('result.good', { count: good, but: counts.wrong > 0 ? 'wrong' : 'same' })}</li>
        {counts.same > 0 ? <li>{t('result.same', { count: counts.same })}</li> : null}
        {unknown.length > 0 ? <li>{t('result.unknown', { count: unknown.length })}</li> : null}
      </ul>
      {counts.wrong > 0 ? <p><a href={`${path}/wrong`} download>{t('result.wrongFile')}</a>. {t('result.wrongHow')}</p> : null}
      {confirms === 'may look' ? null : (
        <>
          <p><a href={`${path}?columns=1`}>{t('map.again')}</a></p>
          {good > 0 || counts.wrong > 0 ? (
            <ConfirmImportForm
              action={confirmImport} hidden={{ id: run.id, version: run.version, request: randomUUID() }} what={t('confirm.what')}
              submit={counts.wrong > 0 ? t('confirm.submit') : t('confirm.all', { count: good })}
              choices={counts.wrong === 0 ? [] : [...(good > 0 ? [{ value: 'good', label: t('confirm.good') }] : []), { value: 'nothing', label: t('confirm.nothing') }]}
            />
          ) : null}
        </>
      )}
    </section>
  );
}

type Asked = { verdict: ImportVerdict | undefined; page: number };

/** The rows of one kind, or all of them with the wrong ones on top. */
export async function Rows({ form, viewer, run, counts, path, verdict, page }: ImportPage & Asked) {
  const t = await getTranslations('import');
  const total = verdict ? counts[verdict] : counts.judged;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const number = Math.min(page, pages);
  const rows = await rowsOf(run.id, { verdict, page: number, perPage });
  const shown = await preview(viewer, run, rows, { form, today: belgradeToday(new Date()), changes: run.startedAt ? 'not told' : 'told' });
  const hrefOf = (rowNumber: number, id: string) => `/${form}/workspace/${rowNumber < 0 ? 'partners' : folderOf(run.noun)}/${id}`;
  return (
    <section className="sec" id="rows">
      <h2 className="hide">{t('rows.caption')}</h2>
      <nav className="tabs" aria-label={t('rows.verdict')}>
        <a href={`${path}#rows`} aria-current={verdict ? undefined : 'page'}>{t('tab.all')} ({counts.judged})</a>
        {importVerdicts.map((one) => <a key={one} href={`${path}?verdict=${one}#rows`} aria-current={verdict === one ? 'page' : undefined}>{t(`tab.${one}`)} ({counts[one]})</a>)}
      </nav>
      {rows.length === 0 ? <p className="soft">{t('rows.none')}</p> : <ImportRows rows={shown} hrefOf={hrefOf} state={run.startedAt ? 'after' : 'before'} />}
      <Pager page={number} pages={pages} hrefOf={(to) => `${path}?${new URLSearchParams({ ...(verdict ? { verdict } : {}), page: String(to) })}#rows`} />
    </section>
  );
}
