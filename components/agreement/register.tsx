import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Facets, FacetsButton, type Facet } from '#components/facets.tsx';
import type { Kept } from '#components/kept.tsx';
import { ListSearch } from '#components/list-search.tsx';
import { Pager } from '#components/pager.tsx';
import { Rows } from '#components/rows.tsx';
import { ListBar, Sort } from '#components/sort.tsx';
import { Tags } from '#components/tags.tsx';
import { genderOf } from '#messages/gender.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { agreementTypes, standings } from '#office/agreement/agreement.ts';
import type { AgreementList } from '#office/agreement/list.ts';
import { AgreementCard } from './card.tsx';

/** What narrows and orders the list, as the address has it; one parameter may have several values. */
export type AskedAgreements = { q?: string; type: readonly string[]; standing: readonly string[]; party: readonly string[]; sort?: string };

type Props = {
  list: AgreementList; asked: AskedAgreements; form: WrittenForm; action: string;
  /** The register of memoranda offers no other type. */
  of: 'agreements' | 'memoranda';
};

/** The register: facets beside it, what narrows it now above it, one line for each agreement. */
export function AgreementRegister({ list, asked, form, action, of }: Props) {
  const t = useTranslations('agreements');
  const facets = useFacets(list, asked, form, of);
  const kept = (...names: (keyof AskedAgreements)[]): Kept => Object.fromEntries(names.flatMap((name) => (valuesOf(asked, name).length ? [[name, valuesOf(asked, name)]] : [])));
  const chosen = facets.flatMap((facet) => facet.options.filter((option) => option.chosen).map((option) => ({ ...option, name: facet.name as keyof AskedAgreements })));
  return (
    <div className="two-left">
      <Facets action={action} facets={facets} kept={kept('q', 'sort')} />
      <div>
        <ListBar count={list.total} words={t(of === 'memoranda' ? 'countMemoranda' : 'count', { count: list.total })}>
          <Sort action={action} chosen={asked.sort ?? 'changed'} kept={kept('q', 'type', 'standing', 'party')}
            options={(['changed', 'signed', 'title', 'code'] as const).map((value) => ({ value, label: t(`orders.${value}`) }))} />
          <FacetsButton chosen={chosen.length} />
        </ListBar>
        <ListSearch action={action} q={asked.q} label={t('search')} kept={kept('type', 'standing', 'party', 'sort')} />
        <Tags tags={chosen.map(({ name, value, label }) => ({ href: hrefWith(action, { ...asked, [name]: valuesOf(asked, name).filter((one) => one !== value) }), label }))} />
        {list.lines.length === 0
          ? <EmptyState icon="search" heading={t('none')}><a href={action}>{t('all')}</a></EmptyState>
          : <Rows>{list.lines.map((line) => <AgreementCard key={line.id} agreement={line} form={form} />)}</Rows>}
        <Pager page={list.page} pages={list.pages} hrefOf={(page) => hrefWith(action, asked, page)} />
      </div>
    </div>
  );
}

function useFacets({ counts, parties }: AgreementList, asked: AskedAgreements, form: WrittenForm, of: Props['of']): Facet[] {
  const t = useTranslations('agreements.facet');
  const types = useTranslations('vocabulary.agreementType');
  const states = useTranslations('states.standing');
  const gender = genderOf('agreement');
  const partyNames = new Map(parties.map(({ slug, name, acronym }) => [slug, textIn(name ?? acronym, form)]));
  const facet = (name: 'type' | 'standing' | 'party', wordsOf: (value: string) => string, order?: readonly string[]): Facet => ({
    name, legend: t(name),
    options: counts[name].map(({ value, count }) => ({ value, label: wordsOf(value), count, chosen: asked[name].includes(value) }))
      .toSorted((a, b) => (order ? order.indexOf(a.value) - order.indexOf(b.value) : a.label.localeCompare(b.label, form))),
  });
  const all = [
    ...(of === 'agreements' ? [facet('type', (type) => types(type), agreementTypes)] : []),
    facet('standing', (state) => states(state, { gender }), standings), facet('party', (slug) => partyNames.get(slug) ?? slug),
  ];
  return all.filter(({ options }) => options.length > 0);
}

function valuesOf(asked: AskedAgreements, name: keyof AskedAgreements): readonly string[] {
  const held = asked[name];
  return typeof held === 'string' ? [held] : held ?? [];
}

function hrefWith(action: string, asked: AskedAgreements, page?: number): string {
  const query = new URLSearchParams((['q', 'type', 'standing', 'party', 'sort'] as const).flatMap((name) => valuesOf(asked, name).map((value) => [name, value])));
  if (page && page > 1) query.set('page', String(page));
  return query.size ? `${action}?${query}` : action;
}
