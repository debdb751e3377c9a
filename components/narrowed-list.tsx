import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Facets, FacetsButton, type Facet } from '#components/facets.tsx';
import { addressWithout, keptBut, listAddress, type AskedList } from '#components/list-address.ts';
import { ListSearch } from '#components/list-search.tsx';
import { NotUnderstood } from '#components/not-understood.tsx';
import { Pager } from '#components/pager.tsx';
import { PerPage } from '#components/per-page.tsx';
import { ListBar, Sort } from '#components/sort.tsx';
import { Tags } from '#components/tags.tsx';

type Props = {
  action: string;
  /** What the address asks, as far as it was understood: parameters in their order. */
  asked: AskedList;
  strange: Parameters<typeof NotUnderstood>[0]['strange'];
  facets: readonly Facet[];
  /** Further boxes of the form that narrows, under its facets, and the chips of those that are ticked. */
  boxes?: ReactNode;
  ticked?: readonly { readonly name: string; readonly label: ReactNode }[];
  list: { readonly total: number; readonly page: number; readonly pages: number };
  words: { readonly count: string; readonly search: string; readonly none: string; readonly all: string };
  order?: { readonly chosen: string; readonly options: readonly { value: string; label: string }[] };
  perPage: { readonly chosen: number; readonly choices: readonly number[] };
  /** The records of this page, and what stands under its pages. */
  children: ReactNode;
  under?: ReactNode;
};

/** A list that can be narrowed: facets beside it, what narrows it now above it, its pages under it. Every choice is an address. */
export function NarrowedList({ action, asked, strange, facets, boxes, ticked = [], list, words, order, perPage, children, under }: Props) {
  const t = useTranslations('parts.tags');
  const chosen = [
    ...facets.flatMap(({ name, options }) => options.filter((option) => option.chosen).map(({ value, label, tag }) => ({ href: addressWithout(action, asked, name, value), label: tag ?? label }))),
    ...ticked.map(({ name, label }) => ({ href: listAddress(action, asked, { [name]: [] }), label })),
  ];
  const [q] = asked.q ?? [];
  const sent = [...facets.map(({ name }) => name), ...(boxes ? ['from', 'to', 'undated'] : [])];
  return (
    <div className="two-left">
      <Facets action={action} facets={facets} kept={keptBut(asked, ...sent)}>{boxes}</Facets>
      <div>
        <NotUnderstood strange={strange} />
        <ListSearch action={action} q={q} label={words.search} kept={keptBut(asked, 'q')} />
        <ListBar count={list.total} words={words.count}>
          {order ? <Sort action={action} chosen={order.chosen} options={order.options} kept={keptBut(asked, 'sort')} /> : null}
          <FacetsButton chosen={chosen.length} />
        </ListBar>
        <Tags tags={q ? [{ href: listAddress(action, asked, { q: [] }), label: t('words', { words: q }) }, ...chosen] : chosen} clear={action} />
        {list.total === 0 ? <EmptyState icon="search" heading={words.none}><a href={action}>{words.all}</a></EmptyState> : children}
        <div className="list-foot">
          <Pager page={list.page} pages={list.pages} hrefOf={(page) => listAddress(action, asked, { page: page > 1 ? [String(page)] : [] })} />
          <PerPage {...perPage} total={list.total} hrefOf={(choice) => listAddress(action, asked, { 'per-page': choice === perPage.choices[0] ? [] : [String(choice)] })} />
        </div>
        {under}
      </div>
    </div>
  );
}
