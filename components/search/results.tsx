import { useTranslations } from 'next-intl';
import { Facets, FacetsButton, type Facet } from '#components/facets.tsx';
import { addressWithout, keptBut, listAddress, type AskedList } from '#components/list-address.ts';
import { NotUnderstood } from '#components/not-understood.tsx';
import { Pager } from '#components/pager.tsx';
import { PerPage } from '#components/per-page.tsx';
import { Rows } from '#components/rows.tsx';
import { Tags } from '#components/tags.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import { writeNumber } from '#messages/numbers.ts';
import type { Found } from '#office/search/read.ts';
import { NothingFound } from './nothing-found.tsx';
import { HitRow } from './hit.tsx';

type Props = {
  found: Found; asked: AskedList; form: WrittenForm; action: string;
  strange: Parameters<typeof NotUnderstood>[0]['strange'];
  perPage: { readonly chosen: number; readonly choices: readonly number[] };
  /** The most records that a search looks at. */
  most: number;
};

/** What a search found, in groups of one kind; beside it what narrows it, above it what narrows it now. */
export function SearchResults({ found, asked, form, action, strange, perPage, most }: Props) {
  const t = useTranslations('search');
  const facets = useFacets(found, asked, form);
  const chosen = facets.flatMap(({ name, options }) => options.filter((option) => option.chosen).map(({ value, label }) => ({ href: addressWithout(action, asked, name, value), label })));
  const bare = listAddress(action, { q: asked.q ?? [] });
  return (
    <div className={facets.length ? 'two-left' : undefined}>
      {facets.length ? <Facets action={action} facets={facets} kept={keptBut(asked, ...facets.map(({ name }) => name))} clear={bare} /> : null}
      <div>
        <NotUnderstood strange={strange} />
        <div className="bar">
          <p className="bar-count">
            {found.more ? `${t('moreThan')} ` : null}<b className="num">{writeNumber(found.total, form)}</b>{t('count', { count: found.total })}
            {found.pages > 1 ? t('shown', { from: found.from, to: found.to }) : null}
          </p>
          {facets.length ? <FacetsButton chosen={chosen.length} /> : null}
        </div>
        {found.more ? <p className="small soft">{t('bounded', { most })}</p> : null}
        <Tags tags={chosen} clear={bare} />
        {found.total === 0 ? <NothingFound q={asked.q?.[0] ?? ''} offers={found.offers} narrowed={chosen.length ? bare : null} form={form} action={action} /> : null}
        {found.groups.map(({ kind, total, hits }) => (
          <section className="hits" key={kind} aria-labelledby={`found-${kind}`}>
            <h2 id={`found-${kind}`}>{t(`kinds.${kind}`)} <span className="num soft">{writeNumber(total, form)}</span></h2>
            <Rows>{hits.map((hit) => <HitRow key={hit.id} hit={hit} form={form} />)}</Rows>
          </section>
        ))}
        <Pager page={found.page} pages={found.pages} hrefOf={(page) => listAddress(action, asked, { page: page > 1 ? [String(page)] : [] })} />
        <PerPage {...perPage} total={found.total} hrefOf={(choice) => listAddress(action, asked, { 'per-page': choice === perPage.choices[0] ? [] : [String(choice)] })} />
      </div>
    </div>
  );
}

const kindsInOrder = ['agreement', 'network', 'partner', 'project', 'programme', 'milestone', 'document'];
const statesInOrder = ['checked', 'unverified', 'disputed'];

function useFacets({ counts }: Found, asked: AskedList, form: WrittenForm): Facet[] {
  const t = useTranslations('search');
  const states = useTranslations('states.verification');
  const facet = (name: keyof Found['counts'], labelOf: (value: string) => string, order: (a: { value: string; label: string }, b: { value: string; label: string }) => number): Facet => ({
    name, legend: t(`facet.${name}`),
    options: counts[name].map(({ value, count }) => ({ value, count, label: labelOf(value), chosen: (asked[name] ?? []).includes(value) })).toSorted(order),
  });
  const all = [
    facet('type', (kind) => t(`kinds.${kind}`), (a, b) => kindsInOrder.indexOf(a.value) - kindsInOrder.indexOf(b.value)),
    facet('country', (code) => countryName(code, form), (a, b) => a.label.localeCompare(b.label, form)),
    facet('year', (year) => year, (a, b) => Number(b.value) - Number(a.value)),
    facet('verification', (state) => states(state), (a, b) => statesInOrder.indexOf(a.value) - statesInOrder.indexOf(b.value)),
  ];
  return all.filter(({ options }) => options.length > 0);
}
