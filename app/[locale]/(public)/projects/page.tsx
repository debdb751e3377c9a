import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { askedList, listQuery, perPageChoices } from '#app/asked-list.ts';
import { placeOf } from '#app/linked-place.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { listData } from '#components/linked-data/register.ts';
import { PageHead } from '#components/page-head.tsx';
import { ProjectRegister, projectOrders } from '#components/project/register.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { countryCodes } from '#messages/names.ts';
import { countProjects } from '#office/project/facets.ts';
import { knownProjectValues } from '#office/project/known.ts';
import { projectStates } from '#office/project/project.ts';
import { listProjects } from '#office/project/read.ts';
import { visitor } from '#office/viewer.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('projects');
  return publicFace(form, '/projects', { title: t('heading'), description: t('lead') });
}

export default async function ProjectsPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('projects');
  const nav = await getTranslations('nav');
  const today = belgradeToday(new Date());
  const query = await searchParams;
  const read = listQuery();
  const asked = {
    q: read.words('q', query.q), standings: read.chosen('standing', query.standing, projectStates), parties: read.shaped('party', query.party, /^[a-z0-9-]{1,100}$/),
    countries: read.chosen('country', query.country, countryCodes), years: read.shaped('year', query.year, /^[12]\d{3}$/).map(Number),
    verifications: read.chosen('verification', query.verification, ['unverified', 'checked', 'disputed'] as const), sort: read.chosen('sort', query.sort, projectOrders)[0],
    page: read.page(query.page), perPage: read.perPage(query['per-page']),
  };
  const known = await knownProjectValues(visitor, asked);
  asked.parties.filter((slug) => !known.parties.includes(slug)).forEach((slug) => read.unknown('party', slug));
  asked.years.filter((year) => !known.years.includes(year)).forEach((year) => read.unknown('year', String(year)));
  const choice = { ...asked, ...known, form };
  const [list, counts] = await Promise.all([listProjects(visitor, choice, today), countProjects(visitor, choice, today)]);
  read.found(list, asked.page);
  return (
    <>
      <LinkedData things={listData(placeOf(form, '/projects', { title: t('heading'), description: t('lead') }))} />
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={nav('projects')} />} title={t('heading')} lead={t('lead')} />
      <div className="wrap body">
        <ProjectRegister
          list={list} counts={counts} strange={read.strange} form={form} today={today} perPage={{ chosen: asked.perPage, choices: perPageChoices }}
          asked={askedList({ q: asked.q, standing: asked.standings, party: known.parties, country: asked.countries, year: known.years, verification: asked.verifications, sort: asked.sort, 'per-page': asked.perPage })}
        />
      </div>
    </>
  );
}
