import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, one, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { MembershipTable } from '#components/membership/table.tsx';
import { RegisterDesk } from '#components/record/register-desk.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { membershipStates } from '#office/membership/membership.ts';
import { listMemberships } from '#office/membership/read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('networks.desk'))('heading') };
}

export default async function MembershipsDeskPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('networks.desk');
  const states = await getTranslations('states.membership');
  const query = await searchParams;
  const [q, sort] = [one(query.q), one(query.sort)];
  const state = membershipStates.find((known) => known === one(query.state));
  const list = await listMemberships(viewer, { q, form, sort, state, page: pageNumber(query.page), perPage: 50 }, belgradeToday(new Date()));
  const path = `/${form}/workspace/networks`;
  const asked = { q, sort, state };
  return (
    <RegisterDesk
      heading={t('heading')} viewer={viewer} noun="membership" path={path} newLabel={t('new')} list={list} asked={asked}
      filter={{ name: 'state', label: t('state'), options: membershipStates.map((value) => ({ value, label: states(value) })) }}
    >
      <MembershipTable lines={list.lines} form={form} path={path} asked={asked} />
    </RegisterDesk>
  );
}
