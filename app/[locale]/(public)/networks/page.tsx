import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { placeOf } from '#app/linked-place.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { listData } from '#components/linked-data/register.ts';
import { MembershipYears } from '#components/membership/membership-years.tsx';
import { NetworkCard } from '#components/membership/network-card.tsx';
import { PageHead } from '#components/page-head.tsx';
import { Rows } from '#components/rows.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { isRunning } from '#office/membership/membership.ts';
import { networksWithMemberships, type NetworkLine } from '#office/membership/networks.ts';
import { visitor } from '#office/viewer.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('networks');
  return publicFace(form, '/networks', { title: t('heading'), description: t('description') });
}

const groups = ['international', 'national', 'other'] as const;

export default async function NetworksPage({ params }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('networks');
  const nav = await getTranslations('nav');
  const today = belgradeToday(new Date());
  const networks = await networksWithMemberships(visitor, form, today);
  const inGroup = (group: (typeof groups)[number]) => networks.filter(({ level }) => (level ?? 'other') === group);
  return (
    <>
      <LinkedData things={listData(placeOf(form, '/networks', { title: t('heading'), description: t('description') }))} />
      <PageHead
        breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={nav('networks')} />}
        title={t('heading')} lead={networks.length ? t('lead', figures(networks)) : undefined}
      />
      <div className="wrap body">
        {networks.length === 0 ? <EmptyState icon="network" heading={t('none')} /> : null}
        {groups.map((group) => (inGroup(group).length === 0 ? null : (
          <section className="sec" key={group} aria-labelledby={`h-${group}`}>
            <div className="sec-head"><h2 id={`h-${group}`}>{t(group)} <span className="soft num">{inGroup(group).length}</span></h2></div>
            <Rows>{inGroup(group).map((network) => <NetworkCard key={network.id} network={network} form={form} />)}</Rows>
          </section>
        )))}
        {networks.length ? <p className="exports"><a href={`/${form}/map?layer=networks`}>{t('onMap')}</a></p> : null}
        <MembershipYears networks={networks} form={form} today={today} />
      </div>
    </>
  );
}

/** What the sentence over the list counts; `all` is the number that stands before the noun. */
function figures(networks: readonly NetworkLine[]) {
  const international = networks.filter(({ level }) => level === 'international').length;
  const national = networks.filter(({ level }) => level === 'national').length;
  const members = networks.flatMap(({ membership }) => (membership && isRunning(membership.state) ? [membership] : []));
  const dated = members.filter(({ joined }) => joined !== null).length;
  return { international, national, both: international && national ? 'yes' : 'no', all: national || international, dated, undated: members.length - dated };
}
