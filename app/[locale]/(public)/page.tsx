import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { AgreementCard } from '#components/agreement/card.tsx';
import { HomeMoney } from '#components/home/money.tsx';
import { HomeMore } from '#components/home/more.tsx';
import { Rings } from '#components/home/rings.tsx';
import { Sentence } from '#components/home/sentence.tsx';
import { Trust } from '#components/home/trust.tsx';
import { MembershipYears } from '#components/membership/membership-years.tsx';
import { MilestoneTimeline } from '#components/milestone/timeline.tsx';
import { Rows } from '#components/rows.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { listAgreements } from '#office/agreement/list.ts';
import { networksWithMemberships } from '#office/membership/networks.ts';
import { listMilestones } from '#office/milestone/read.ts';
import { listProjects } from '#office/project/read.ts';
import { recordsWithAmounts } from '#office/register/amounts.ts';
import { figuresOf } from '#office/register/figures.ts';
import { countRecords } from '#office/register/read.ts';
import { inAll } from '#office/register/register.ts';
import { visitor } from '#office/viewer.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('home');
  return publicFace(form, '/', { title: t('title'), description: t('description') });
}

const all = Number.MAX_SAFE_INTEGER;
const shown = { agreements: 5, milestones: 3, money: 2 } as const;

export default async function HomePage({ params }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('home');
  const today = belgradeToday(new Date());
  const [agreements, projects, networks, milestones, funded, counts] = await Promise.all([
    listAgreements(visitor, { form, sort: 'signed', perPage: all }, today), listProjects(visitor, { form, perPage: all }),
    networksWithMemberships(visitor, form, today), listMilestones(visitor, { open: true, form, perPage: all }),
    recordsWithAmounts(visitor, shown.money), countRecords(visitor),
  ]);
  const figures = figuresOf({ agreements: agreements.lines, projects: projects.lines, networks }, today);
  const ahead = milestones.lines.filter(({ planned }) => planned?.latest && planned.latest >= today).reverse().slice(0, shown.milestones);
  return (
    <>
      <div className="hero">
        <div className="wrap">
          <div className="hero-say">
            <Sentence figures={figures} form={form} />
            <Trust all={inAll(counts)} form={form} />
          </div>
          <Rings figures={figures} />
        </div>
      </div>
      <div className="wrap body">
        {ahead.length === 0 ? null : (
          <section className="sec" aria-labelledby="h-ahead">
            <div className="sec-head"><h2 id="h-ahead">{t('ahead.heading')}</h2><a href={`/${form}/milestones`}>{t('ahead.all')}</a></div>
            <MilestoneTimeline milestones={ahead} form={form} today={today} />
          </section>
        )}
        <MembershipYears networks={networks} form={form} today={today} />
        {agreements.lines.length === 0 ? null : (
          <section className="sec" aria-labelledby="h-agreements">
            <div className="sec-head"><h2 id="h-agreements">{t('agreements.heading')}</h2><a href={`/${form}/agreements`}>{t('agreements.all')}</a></div>
            <Rows>{agreements.lines.slice(0, shown.agreements).map((one) => <AgreementCard key={one.id} agreement={one} form={form} level={3} />)}</Rows>
          </section>
        )}
        <HomeMoney funded={funded} form={form} />
        <HomeMore form={form} />
      </div>
    </>
  );
}
