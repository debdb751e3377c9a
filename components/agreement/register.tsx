import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { Facet } from '#components/facets.tsx';
import { GlyphSheet } from '#components/glyph.tsx';
import { Icon } from '#components/icon.tsx';
import type { AskedList } from '#components/list-address.ts';
import { NarrowedList } from '#components/narrowed-list.tsx';
import { lookOf, Rows } from '#components/rows.tsx';
import { signOf } from '#components/standing-signs.ts';
import { verificationGlyphs } from '#components/verification-mark.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { AgreementList } from '#office/agreement/list.ts';
import { AgreementCard } from './card.tsx';
import { useFacets } from './facets.ts';
import { SignedField } from './signed-field.tsx';

type Props = {
  list: AgreementList; form: WrittenForm; action: string;
  /** What narrows and orders the list, as the address has it and as it was understood; and what was not. */
  asked: AskedList;
  strange: Parameters<typeof NarrowedList>[0]['strange'];
  perPage: Parameters<typeof NarrowedList>[0]['perPage'];
  /** The register of memoranda offers no other type. */
  of: 'agreements' | 'memoranda';
  /** What stands under the list. */
  children?: ReactNode;
};

const orders = ['changed', 'signed', 'title', 'code'] as const;

/** The register: facets beside it, what narrows it now above it, one line for each agreement. */
export function AgreementRegister({ list, asked, strange, form, action, perPage, of, children }: Props) {
  const t = useTranslations('agreements');
  const look = lookOf(list.lines.length);
  return (
    <NarrowedList
      action={action} asked={asked} strange={strange} facets={useFacets(list, asked, form, of).map((facet) => (look === 'short' ? shortFacet(facet) : facet))} list={list} perPage={perPage}
      boxes={<SignedField asked={asked} undated={list.undated} />} ticked={useSpan(asked)}
      words={{ count: t(of === 'memoranda' ? 'countMemoranda' : 'count', { count: list.total }), search: t('search'), none: t('none'), all: t('all') }}
      order={{ chosen: asked.sort?.[0] ?? 'changed', options: orders.map((value) => ({ value, label: t(`orders.${value}`) })) }}
      under={(
        <>
          <div className="exports"><span className="soft">{t('follow')}</span><a href={`/${form}/feed.atom`} type="application/atom+xml"><Icon name="rss" /> Atom</a></div>
          {children}
        </>
      )}
    >
      {look === 'short' ? <GlyphSheet names={[...list.lines.map(({ standing }) => signOf('agreement', standing.sign)[0]), ...verificationGlyphs]} /> : null}
      <Rows>{list.lines.map((line) => <AgreementCard key={line.id} agreement={line} form={form} look={look} />)}</Rows>
    </NarrowedList>
  );
}

/** Beside a hundred lines a facet of many values has fewer of them, and says so. */
function shortFacet(facet: Facet): Facet {
  const fewer = facet.options.filter((option, place) => place < fewValues || option.chosen);
  return many.has(facet.name) ? { ...facet, options: fewer, of: facet.of ?? facet.options.length } : facet;
}

const many = new Set(['party', 'country', 'year']);
const fewValues = 9;

/** The chips of the span of years and of the undated. */
function useSpan(asked: AskedList) {
  const t = useTranslations('agreements.chosen');
  const spans = Boolean(asked.from?.length || asked.to?.length || asked.year?.length);
  const years = (['from', 'to'] as const).flatMap((name) => (asked[name] ?? []).map((year) => ({ name, label: t(name, { year }) })));
  return [...years, ...(asked.undated?.length ? [{ name: 'undated', label: t(spans ? 'undatedToo' : 'undated') }] : [])];
}
