import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listQuery, perPageChoices } from '#app/asked-list.ts';
import { placeOf } from '#app/linked-place.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { ChronicleRegister } from '#components/chronicle/register.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { listData } from '#components/linked-data/register.ts';
import { PageHead } from '#components/page-head.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { chronicleTypes } from '#office/chronicle/chronicle.ts';
import { chronicle } from '#office/chronicle/read.ts';
import { visitor } from '#office/viewer.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('milestones');
  return publicFace(form, '/milestones', { title: t('heading'), description: t('lead') });
}

export default async function MilestonesPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('milestones');
  const nav = await getTranslations('nav');
  const today = belgradeToday(new Date());
  const query = await searchParams;
  const read = listQuery();
  const asked = {
    q: read.words('q', query.q), types: read.chosen('type', query.type, chronicleTypes), years: read.shaped('year', query.year, /^[12]\d{3}$/).map(Number),
    undated: read.ticked('undated', query.undated), page: read.page(query.page), perPage: read.perPage(query['per-page']),
  };
  const list = await chronicle(visitor, asked, today);
  asked.years.filter((year) => !list.years.includes(year)).forEach((year) => read.unknown('year', String(year)));
  read.found(list, asked.page);
  return (
    <>
      <LinkedData things={listData(placeOf(form, '/milestones', { title: t('heading'), description: t('lead') }))} />
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={nav('milestones')} />} title={t('heading')} lead={t('lead')} />
      <div className="wrap body">
        <ChronicleRegister list={list} asked={{ ...asked, years: list.years }} strange={read.strange} perPageChoices={perPageChoices} form={form} today={today} />
      </div>
    </>
  );
}
