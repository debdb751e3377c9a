import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listQuery, perPageChoices, type ListQuery, type Query } from '#app/asked-list.ts';
import { passing } from '#app/answer.ts';
import { placeOf } from '#app/linked-place.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { Flow } from '#components/agreement/flow.tsx';
import { AgreementRegister } from '#components/agreement/register.tsx';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { listData, registerData } from '#components/linked-data/register.ts';
import { PageHead } from '#components/page-head.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { countryCodes } from '#messages/names.ts';
import { agreementTypes, procedures, standings, type AgreementType } from '#office/agreement/agreement.ts';
import { listAgreements } from '#office/agreement/list.ts';
import { agreementFigures } from '#office/register/agreement-figures.ts';
import { cooperationFields } from '#office/vocabulary.ts';
import { visitor } from '#office/viewer.ts';

type Register = 'agreements' | 'memoranda';

/** The head of the register of agreements, or of the one of memoranda. */
export async function registerMetadata({ params }: PageProps, of: Register): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations(of === 'memoranda' ? 'agreements.memoranda' : 'agreements');
  return publicFace(form, `/${of}`, { title: t('heading'), description: t('lead') });
}

/** The register, or the same list of memoranda alone. What no vocabulary and no record has is told, and narrows nothing. */
export async function registerPage({ params, searchParams }: PageProps, of: Register) {
  const form = await formOfPage(params);
  const t = await getTranslations(of === 'memoranda' ? 'agreements.memoranda' : 'agreements');
  const nav = await getTranslations('nav');
  const read = listQuery();
  const filter = filterOf(read, await searchParams, of === 'memoranda' ? [] : agreementTypes);
  const today = belgradeToday(new Date());
  const [list, figures] = await Promise.all([
    listAgreements(visitor, { ...filter, sort: filter.sort[0], form, ...(of === 'memoranda' ? { only: 'memorandum_of_understanding' as const } : {}) }, today),
    of === 'agreements' ? agreementFigures(visitor, today) : null,
  ]);
  for (const [name, values] of Object.entries(list.unknown)) for (const value of values) read.unknown(name, value);
  if (filter.page > list.pages) read.unknown('page', String(filter.page));
  if (filter.q && list.total === 0) passing();
  const understood = (name: keyof typeof list.unknown, values: readonly (string | number)[]) => values.map(String).filter((value) => !list.unknown[name].includes(value));
  const asked = {
    q: filter.q ? [filter.q] : [], type: filter.types, standing: filter.standings, party: understood('party', filter.parties),
    country: filter.countries, field: filter.fields, year: understood('year', filter.years), procedure: filter.procedures,
    verification: filter.verifications, from: numbered(filter.from), to: numbered(filter.to), undated: filter.undated ? ['1'] : [],
    sort: filter.sort, 'per-page': filter.perPage === perPageChoices[0] ? [] : [String(filter.perPage)],
  };
  const place = placeOf(form, `/${of}`, { title: t('heading'), description: t('lead') });
  return (
    <>
      <LinkedData things={of === 'agreements' ? registerData(place) : listData(place)} />
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={nav(of)} />} title={t('heading')} lead={t('lead')} />
      <div className="wrap body">
        <AgreementRegister list={list} asked={asked} strange={read.strange} form={form} action={`/${form}/${of}`} of={of} perPage={{ choices: perPageChoices, chosen: filter.perPage }}>
          {figures ? <Flow figures={figures} /> : null}
        </AgreementRegister>
      </div>
    </>
  );
}

// A second running period is in force too, so that no record is ever found under `renewed`.
const states = standings.filter((state) => state !== 'renewed');
const slug = /^[a-z0-9-]{1,120}$/;
const year = /^[12]\d{3}$/;

function filterOf(read: ListQuery, query: Query, types: readonly AgreementType[]) {
  return {
    q: read.words('q', query.q),
    types: read.chosen('type', query.type, types), standings: read.chosen('standing', query.standing, states),
    parties: read.shaped('party', query.party, slug), countries: read.chosen('country', query.country, countryCodes),
    fields: read.chosen('field', query.field, cooperationFields), years: read.shaped('year', query.year, year).map(Number),
    procedures: read.chosen('procedure', query.procedure, procedures), verifications: read.chosen('verification', query.verification, ['unverified', 'checked', 'disputed'] as const),
    from: read.number('from', query.from, 1000, 2999), to: read.number('to', query.to, 1000, 2999), undated: read.ticked('undated', query.undated),
    sort: read.chosen('sort', query.sort, ['changed', 'signed', 'title', 'code'] as const), page: read.page(query.page), perPage: read.perPage(query['per-page']),
  };
}

function numbered(value: number | undefined): string[] {
  return value === undefined ? [] : [String(value)];
}
