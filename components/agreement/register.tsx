import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Facets, FacetsButton } from '#components/facets.tsx';
import { Icon } from '#components/icon.tsx';
import { addressWithout, keptBut, listAddress, type AskedList } from '#components/list-address.ts';
import { ListSearch } from '#components/list-search.tsx';
import { Pager } from '#components/pager.tsx';
import { PerPage } from '#components/per-page.tsx';
import { Rows } from '#components/rows.tsx';
import { ListBar, Sort } from '#components/sort.tsx';
import { Tags } from '#components/tags.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { AgreementList } from '#office/agreement/list.ts';
import { AgreementCard } from './card.tsx';
import { useFacets } from './facets.ts';
import { SignedField } from './signed-field.tsx';

type Props = {
  list: AgreementList; form: WrittenForm; action: string;
  /** What narrows and orders the list, as the address has it and as it was understood. */
  asked: AskedList;
  perPage: { choices: readonly number[]; chosen: number };
  /** The register of memoranda offers no other type. */
  of: 'agreements' | 'memoranda';
  /** What stands under the list. */
  children?: ReactNode;
};

const orders = ['changed', 'signed', 'title', 'code'] as const;

/** The register: facets beside it, what narrows it now above it, one line for each agreement. */
export function AgreementRegister({ list, asked, form, action, perPage, of, children }: Props) {
  const t = useTranslations('agreements');
  const facets = useFacets(list, asked, form, of);
  const chosen = useChosen(facets, asked);
  return (
    <div className="two-left">
      <Facets action={action} facets={facets} kept={keptBut(asked, ...facets.map(({ name }) => name), 'from', 'to', 'undated')}>
        <SignedField asked={asked} undated={list.undated} />
      </Facets>
      <div>
        <ListSearch action={action} q={asked.q?.[0]} label={t('search')} kept={keptBut(asked, 'q')} />
        <ListBar count={list.total} words={t(of === 'memoranda' ? 'countMemoranda' : 'count', { count: list.total })}>
          <Sort action={action} chosen={asked.sort?.[0] ?? 'changed'} kept={keptBut(asked, 'sort')} options={orders.map((value) => ({ value, label: t(`orders.${value}`) }))} />
          <FacetsButton chosen={chosen.length} />
        </ListBar>
        <Tags clear={action} tags={chosen.map(({ name, value, label }) => ({ href: addressWithout(action, asked, name, value), label }))} />
        {list.lines.length === 0
          ? <EmptyState icon="search" heading={t('none')}><a href={action}>{t('all')}</a></EmptyState>
          : <Rows>{list.lines.map((line) => <AgreementCard key={line.id} agreement={line} form={form} />)}</Rows>}
        <div className="list-foot">
          <Pager page={list.page} pages={list.pages} hrefOf={(page) => listAddress(action, asked, { page: page > 1 ? [String(page)] : [] })} />
          <PerPage {...perPage} total={list.total} hrefOf={(choice) => listAddress(action, asked, { 'per-page': choice === perPage.choices[0] ? [] : [String(choice)] })} />
        </div>
        <div className="exports"><span className="soft">{t('follow')}</span><a href={`/${form}/feed.atom`} type="application/atom+xml"><Icon name="rss" /> Atom</a></div>
        {children}
      </div>
    </div>
  );
}

/** Everything that narrows the list now, each with its parameter, in the order of the address. */
function useChosen(facets: ReturnType<typeof useFacets>, asked: AskedList) {
  const t = useTranslations('agreements.chosen');
  const said = (name: string, wordsOf: (value: string) => string) => (asked[name] ?? []).map((value) => ({ name, value, label: wordsOf(value) }));
  const spans = Boolean(asked.from?.length || asked.to?.length || asked.year?.length);
  return [
    ...said('q', (words) => t('q', { words })),
    ...facets.flatMap(({ name, options }) => options.flatMap(({ value, label, chosen }) => (chosen ? [{ name, value, label: name === 'year' ? t('year', { year: value }) : label }] : []))),
    ...said('from', (year) => t('from', { year })), ...said('to', (year) => t('to', { year })), ...said('undated', () => t(spans ? 'undatedToo' : 'undated')),
  ];
}
