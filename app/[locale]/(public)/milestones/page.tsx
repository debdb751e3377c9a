import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { alternates, formOfPage, one, pageNumber, type PageProps } from '#app/shown.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { ListSearch } from '#components/list-search.tsx';
import { MilestoneYears } from '#components/milestone/years.tsx';
import { PageHead } from '#components/page-head.tsx';
import { Pager } from '#components/pager.tsx';
import { ListBar } from '#components/sort.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { listMilestones } from '#office/milestone/read.ts';
import { visitor } from '#office/viewer.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('milestones');
  return { title: t('heading'), description: t('lead'), alternates: alternates(form, '/milestones') };
}

export default async function MilestonesPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('milestones');
  const nav = await getTranslations('nav');
  const query = await searchParams;
  const q = one(query.q);
  const list = await listMilestones(visitor, { q, form, page: pageNumber(query.page), perPage: 50 });
  const action = `/${form}/milestones`;
  const hrefOf = (page: number) => `${action}?${new URLSearchParams({ ...(q ? { q } : {}), page: String(page) })}`;
  return (
    <>
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={nav('milestones')} />} title={t('heading')} lead={t('lead')} />
      <div className="wrap body">
        <ListBar count={list.total} words={t('count', { count: list.total })}>
          <ListSearch action={action} q={q} label={t('search')} />
        </ListBar>
        {list.lines.length === 0
          ? <EmptyState icon="search" heading={t('none')}><a href={action}>{t('all')}</a></EmptyState>
          : <MilestoneYears milestones={list.lines} form={form} today={belgradeToday(new Date())} />}
        <Pager page={list.page} pages={list.pages} hrefOf={hrefOf} />
      </div>
    </>
  );
}
