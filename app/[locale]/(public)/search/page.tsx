import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { passing } from '#app/answer.ts';
import { listQuery, perPageChoices } from '#app/asked-list.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { PageHead } from '#components/page-head.tsx';
import { HowToSearch } from '#components/search/how-to.tsx';
import { OtherScript } from '#components/search/other-script.tsx';
import { SearchResults } from '#components/search/results.tsx';
import { searchKinds } from '#db/schema/search.ts';
import { belgradeToday } from '#messages/dates.ts';
import { countryCodes } from '#messages/names.ts';
import { mostCandidates } from '#office/search/candidates.ts';
import { search } from '#office/search/read.ts';
import { visitor } from '#office/viewer.ts';

/** As many addresses as questions: no search engine keeps them. */
export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('search');
  const q = listQuery().words('q', (await searchParams).q);
  const face = await publicFace(form, '/search', { title: q ? t('titled', { q }) : t('title'), description: t('lead') });
  return { ...face, robots: { index: false, follow: true } };
}

export default async function SearchPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('search');
  const nav = await getTranslations('nav');
  const query = await searchParams;
  const read = listQuery();
  const q = read.words('q', query.q);
  const chosen = {
    type: read.chosen('type', query.type, searchKinds), country: read.chosen('country', query.country, countryCodes),
    year: read.shaped('year', query.year, /^(19|20)\d\d$/), verification: read.chosen('verification', query.verification, ['checked', 'unverified', 'disputed'] as const),
  };
  const perPage = read.perPage(query['per-page']);
  const page = read.page(query.page);
  const found = await search(visitor, { ...(q ? { q } : {}), chosen, page, perPage, form }, belgradeToday(new Date()));
  if (!found || found.total === 0) passing();
  if (found && page > found.pages) read.unknown('page', String(page));
  const action = `/${form}/search`;
  const asked = { q: q ? [q] : [], ...chosen, 'per-page': perPage === perPageChoices[0] ? [] : [String(perPage)] };
  return (
    <>
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={t('title')} />}
        title={q ? t('heading', { q }) : t('title')} lead={found && q ? <OtherScript q={q} form={form} /> : t('lead')} />
      <div className="wrap body">
        {found
          ? <SearchResults found={found} asked={asked} form={form} action={action} strange={read.strange} perPage={{ chosen: perPage, choices: perPageChoices }} most={mostCandidates} />
          : <HowToSearch form={form} action={action} q={q} strange={read.strange} />}
      </div>
    </>
  );
}
