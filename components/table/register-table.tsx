import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import type { Kept } from '#components/kept.tsx';
import { addressWithout, keptBut, listAddress } from '#components/list-address.ts';
import { NotUnderstood } from '#components/not-understood.tsx';
import { Pager } from '#components/pager.tsx';
import { PerPage } from '#components/per-page.tsx';
import { BulkBar } from '#components/table/bulk-bar.tsx';
import type { Column } from '#components/table/column.ts';
import { ColumnChoice } from '#components/table/column-choice.tsx';
import { Filters, type DrawnFilter } from '#components/table/filters.tsx';
import { Grid } from '#components/table/grid.tsx';
import { Views, type TableView } from '#components/table/views.tsx';
import { Tags } from '#components/tags.tsx';
import type { BulkVerb } from '#office/bulk/bulk.ts';
import type { FormState } from '#office/outcome.ts';

type Line = { readonly id: string };
type Props<L extends Line> = {
  words: { readonly heading: string; readonly fresh: string };
  /** The register's folder; the address of its table; where what belongs to tables stands. */
  register: string; path: string; besides: string;
  mayDraft: boolean;
  /** Links to other ways of looking at the register. */
  beside?: ReactNode;
  views: readonly TableView[];
  filters: readonly DrawnFilter[]; open: number;
  kept: Kept;
  strange: readonly { name: string; value: string }[];
  columns: readonly Column<L>[]; shown: readonly Column<L>[];
  list: { readonly lines: readonly L[]; readonly total: number; readonly page: number; readonly pages: number };
  sort: string; perPage: number; perPageChoices: readonly number[];
  /** What may be done to many, none where the viewer may nothing of it; and the query that stands for all that match. */
  bulk: { readonly verbs: readonly BulkVerb[]; readonly query: string; readonly action: (state: FormState, data: FormData) => Promise<FormState> };
};

const bulkForm = 'chosen-records';

/** A register in the workspace: its views, what narrows it, its rows with what can be done to many of them, and its pages. */
export function RegisterTable<L extends Line>({ words, register, path, besides, mayDraft, beside, views, filters, open, kept, strange, columns, shown, list, sort, perPage, perPageChoices, bulk }: Props<L>) {
  const t = useTranslations('record.table');
  const [q] = kept.q ?? [];
  const query = bulk.query;
  const lead = columns.find((column) => column.lead);
  const withBoxes = bulk.verbs.length > 0 && list.total > 0;
  return (
    <>
      <DeskHead
        title={words.heading} lead={t('count', { count: list.total })}
        acts={<>
          {beside}
          {list.total ? <ButtonLink href={`${besides}/csv${query ? `?${query}` : ''}`} kind="line" icon="download">{t('csv')}</ButtonLink> : null}
          {mayDraft ? <ButtonLink href={`${path}/new`} icon="plus">{words.fresh}</ButtonLink> : null}
        </>}
      />
      <Views views={views} keep={`${besides}/views${query ? `?of=${encodeURIComponent(query)}` : ''}`} />
      <NotUnderstood strange={strange} />
      <Filters action={path} q={q} filters={filters} open={open} kept={keptBut(kept, 'q', ...filters.map(({ name }) => name))} />
      <div className="table-bar">
        <Tags tags={tagsOf(filters, kept, path, t)} clear={listAddress(path, keptBut(kept, 'q', ...filters.map(({ name }) => name)))} />
        <ColumnChoice
          action={path} columns={columns.filter((column) => !column.lead).map((column) => ({ key: column.key, label: column.label, isShown: shown.includes(column) }))}
          kept={keptBut(kept, 'columns')} usual={listAddress(path, kept, { columns: [] })}
        />
      </div>
      {withBoxes ? <BulkBar action={bulk.action} id={bulkForm} register={register} query={query} shown={list.lines.map(({ id }) => id)} total={list.total} verbs={bulk.verbs} /> : null}
      {list.total === 0 ? <Nothing isNarrowed={Object.values(keptBut(kept, 'sort', 'columns', 'page', 'per-page')).some((values) => values.length > 0)} path={path} fresh={mayDraft ? words.fresh : null} /> : (
        <Grid
          caption={words.heading} columns={shown} lines={list.lines} sort={sort} hrefOf={(order) => listAddress(path, kept, { sort: [order] })}
          boxes={withBoxes ? { form: bulkForm, nameOf: (line) => lead?.text(line) || t('untitled') } : undefined}
        />
      )}
      <div className="list-foot">
        <Pager page={list.page} pages={list.pages} hrefOf={(page) => listAddress(path, kept, { page: page > 1 ? [String(page)] : [] })} />
        <PerPage chosen={perPage} choices={perPageChoices} total={list.total} hrefOf={(choice) => listAddress(path, kept, { 'per-page': choice === perPageChoices[0] ? [] : [String(choice)] })} />
      </div>
    </>
  );
}

/** Where nothing was asked, the register itself is empty, and there are no others to be shown. */
function Nothing({ isNarrowed, path, fresh }: { isNarrowed: boolean; path: string; fresh: string | null }) {
  const t = useTranslations('record.table');
  if (isNarrowed) return <EmptyState icon="search" heading={t('none')}><a href={path}>{t('all')}</a></EmptyState>;
  return <EmptyState icon="files" heading={t('empty')}>{fresh ? <a href={`${path}/new`}>{fresh}</a> : null}</EmptyState>;
}

function tagsOf(filters: readonly DrawnFilter[], kept: Kept, path: string, t: ReturnType<typeof useTranslations<'record.table'>>) {
  const [q] = kept.q ?? [];
  const words = q ? [{ href: listAddress(path, kept, { q: [] }), label: t('words', { words: q }) }] : [];
  return [...words, ...filters.flatMap((filter) => {
    const { chosen, label, name } = filter;
    if (chosen === undefined) return [];
    const value = filter.as === 'choice' ? filter.options.find((option) => option.value === chosen)?.label ?? chosen : chosen;
    return [{ href: addressWithout(path, kept, name, chosen), label: filter.as === 'tick' ? label : t('tag', { label, value }) }];
  })];
}
