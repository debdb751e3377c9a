import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { placeOf } from '#app/linked-place.ts';
import { alternates, formOfPage, one, pageNumber, type PageProps } from '#app/shown.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { listData } from '#components/linked-data/register.ts';
import { ListSearch } from '#components/list-search.tsx';
import { PageHead } from '#components/page-head.tsx';
import { Pager } from '#components/pager.tsx';
import { ProjectCard } from '#components/project/card.tsx';
import { ProjectParty } from '#components/project/party.tsx';
import { Rows } from '#components/rows.tsx';
import { ListBar, Sort } from '#components/sort.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { textIn } from '#messages/local-text.ts';
import { listProjects, partiesOfProjects } from '#office/project/read.ts';
import { visitor } from '#office/viewer.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('projects');
  return { title: t('heading'), description: t('lead'), alternates: alternates(form, '/projects') };
}

export default async function ProjectsPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('projects');
  const nav = await getTranslations('nav');
  const query = await searchParams;
  const asked = { q: one(query.q), party: one(query.party), sort: one(query.sort) };
  const list = await listProjects(visitor, { ...asked, form, page: pageNumber(query.page) });
  const parties = await partiesOfProjects(visitor, form);
  const action = `/${form}/projects`;
  const kept = (...names: (keyof typeof asked)[]) => Object.fromEntries(names.flatMap((name) => (asked[name] ? [[name, [asked[name]]]] : [])));
  const hrefOf = (page: number) => `${action}?${new URLSearchParams({ ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value)), page: String(page) })}`;
  return (
    <>
      <LinkedData things={listData(placeOf(form, '/projects', { title: t('heading'), description: t('lead') }))} />
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={nav('projects')} />} title={t('heading')} lead={t('lead')} />
      <div className="wrap body">
        <ListBar count={list.total} words={t('count', { count: list.total })}>
          <ListSearch action={action} q={asked.q} label={t('search')} kept={kept('party', 'sort')} />
        </ListBar>
        <div className="bar">
          <ProjectParty action={action} chosen={asked.party ?? ''} kept={kept('q', 'sort')} options={parties.map(({ slug, name, projects }) => ({ value: slug, label: `${textIn(name, form)} (${projects})` }))} />
          <Sort action={action} chosen={asked.sort ?? 'name'} kept={kept('q', 'party')} options={(['name', 'code', 'changed'] as const).map((value) => ({ value, label: t(`orders.${value}`) }))} />
        </div>
        {list.lines.length === 0 ? <EmptyState icon="search" heading={t('none')}><a href={action}>{t('all')}</a></EmptyState> : (
          <Rows>{list.lines.map((line) => <ProjectCard key={line.id} project={line} form={form} today={belgradeToday(new Date())} />)}</Rows>
        )}
        <Pager page={list.page} pages={list.pages} hrefOf={hrefOf} />
      </div>
    </>
  );
}
