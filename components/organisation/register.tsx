import { useTranslations } from 'next-intl';
import type { Facet } from '#components/facets.tsx';
import { GlyphSheet } from '#components/glyph.tsx';
import type { AskedList } from '#components/list-address.ts';
import { NarrowedList } from '#components/narrowed-list.tsx';
import { lookOf, Rows } from '#components/rows.tsx';
import { verificationGlyphs } from '#components/verification-mark.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import type { OrganisationCount, OrganisationFacet } from '#office/organisation/narrow.ts';
import { organisationKinds } from '#office/organisation/organisation.ts';
import type { listOrganisations } from '#office/organisation/read.ts';
import { OrganisationCard } from './card.tsx';

export const organisationOrders = ['name', 'changed', 'ties'] as const;

type Props = {
  list: Awaited<ReturnType<typeof listOrganisations>>; counts: readonly OrganisationCount[]; asked: AskedList; strange: Parameters<typeof NarrowedList>[0]['strange'];
  perPage: Parameters<typeof NarrowedList>[0]['perPage']; form: WrittenForm;
};

/** The register of partners: facets beside it, a line for each. */
export function OrganisationRegister({ list, counts, asked, strange, perPage, form }: Props) {
  const t = useTranslations('partners');
  return (
    <NarrowedList
      action={`/${form}/partners`} asked={asked} strange={strange} facets={useFacets(counts, asked, form)} list={list} perPage={perPage}
      words={{ count: t('count', { count: list.total }), search: t('search'), none: t('none'), all: t('all') }}
      order={{ chosen: asked.sort?.[0] ?? 'name', options: organisationOrders.map((value) => ({ value, label: t(`orders.${value}`) })) }}
    >
      {lookOf(perPage.chosen) === 'short' ? <GlyphSheet names={verificationGlyphs} /> : null}
      <Rows>{list.lines.map((line) => <OrganisationCard key={line.id} organisation={line} form={form} look={lookOf(perPage.chosen)} />)}</Rows>
    </NarrowedList>
  );
}

const facets = ['type', 'country', 'verification'] as const satisfies readonly OrganisationFacet[];

function useFacets(counts: readonly OrganisationCount[], asked: AskedList, form: WrittenForm): Facet[] {
  const t = useTranslations('partners.facet');
  const kinds = useTranslations('vocabulary.organisationKind');
  const states = useTranslations('states.verification');
  const label = { type: (kind: string) => kinds(kind), country: (code: string) => countryName(code, form), verification: (state: string) => states(state) };
  const order = { type: organisationKinds, country: [], verification: ['checked', 'unverified', 'disputed'] } as const satisfies Record<OrganisationFacet, readonly string[]>;
  const lets = (facet: OrganisationFacet, one: OrganisationCount) => !asked[facet]?.length || asked[facet].includes(one[facet] ?? '');
  return facets.map((facet) => {
    const others = counts.filter((one) => facets.every((other) => other === facet || lets(other, one)));
    const values = new Set([...counts.flatMap((one) => one[facet] ?? []), ...asked[facet] ?? []]);
    const options = [...values].map((value) => ({
      value, label: label[facet](value), chosen: asked[facet]?.includes(value) ?? false,
      count: others.reduce((sum, one) => (one[facet] === value ? sum + one.count : sum), 0),
    }));
    const places: readonly string[] = order[facet];
    return { name: facet, legend: t(facet), options: options.toSorted((a, b) => (places.length ? places.indexOf(a.value) - places.indexOf(b.value) : b.count - a.count || a.label.localeCompare(b.label, form))) };
  }).filter(({ options }) => options.length > 0);
}
