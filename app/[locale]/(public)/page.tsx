import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { placeOf } from '#app/linked-place.ts';
import { officeContact } from '#app/office-contact.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { AgreementCard } from '#components/agreement/card.tsx';
import { ChronicleList } from '#components/chronicle/list.tsx';
import { HomeFigures } from '#components/home/figures.tsx';
import { HeroMap } from '#components/home/hero-map.tsx';
import { HomeMoney } from '#components/home/money.tsx';
import { HomeMore } from '#components/home/more.tsx';
import { HomeNews } from '#components/home/news.tsx';
import { Sentence } from '#components/home/sentence.tsx';
import { Trust } from '#components/home/trust.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { officeData } from '#components/linked-data/office.ts';
import { ListSearch } from '#components/list-search.tsx';
import { MembershipYears } from '#components/membership/membership-years.tsx';
import { Rows } from '#components/rows.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { pageOfAgreements } from '#office/agreement/list.ts';
import { comingUp } from '#office/chronicle/coming.ts';
import { placesOfTies } from '#office/map/read.ts';
import { networksWithMemberships } from '#office/membership/networks.ts';
import { agreementFigures } from '#office/register/agreement-figures.ts';
import { recordsWithAmounts } from '#office/register/amounts.ts';
import { countMemberships, countProjects } from '#office/register/figures.ts';
import { latestInRegister } from '#office/register/latest.ts';
import { countRecords } from '#office/register/read.ts';
import { inAll } from '#office/register/register.ts';
import { visitor } from '#office/viewer.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('home');
  return publicFace(form, '/', { title: t('title'), description: t('description') });
}

const shown = { agreements: 5, ahead: 4, news: 6, money: 2 } as const;

export default async function HomePage({ params }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('home');
  const frame = await getTranslations('frame');
  const today = belgradeToday(new Date());
  const [agreements, figures, projects, networks, { places }, ahead, told, funded, counts] = await Promise.all([
    pageOfAgreements(visitor, { form, sort: 'signed', perPage: shown.agreements }, today), agreementFigures(visitor, today), countProjects(visitor, today),
    networksWithMemberships(visitor, form, today), placesOfTies(visitor, {}, today), comingUp(visitor, shown.ahead, today),
    latestInRegister(shown.news), recordsWithAmounts(visitor, shown.money), countRecords(visitor),
  ]);
  return (
    <>
      <LinkedData things={officeData(placeOf(form, '/', { title: t('title'), description: t('description') }), officeContact())} />
      <div className="hero">
        <div className="wrap">
          <div className="hero-say">
            <Sentence figures={{ agreements: figures.signed, projects, networks: countMemberships(networks) }} form={form} />
            <Trust all={inAll(counts)} form={form} />
            <ListSearch action={`/${form}/search`} label={frame('find')} />
            <p><a href={`/${form}/map`}>{t('map.table')}</a></p>
          </div>
          <HeroMap places={places} form={form} />
        </div>
      </div>
      <div className="wrap body">
        <p className="lead">{t('office')}</p>
        <MembershipYears networks={networks} form={form} today={today} />
        <HomeFigures figures={figures} form={form} />
        {agreements.lines.length === 0 ? null : (
          <section className="sec" aria-labelledby="h-agreements">
            <div className="sec-head"><h2 id="h-agreements">{t('agreements.heading')}</h2><a href={`/${form}/agreements`}>{t('agreements.all')}</a></div>
            <Rows>{agreements.lines.map((one) => <AgreementCard key={one.id} agreement={one} form={form} level={3} />)}</Rows>
          </section>
        )}
        <div className="tiles sec">
          <HomeNews told={told} form={form} />
          {ahead.length ? <ChronicleList lines={ahead} form={form} today={today} /> : null}
        </div>
        <HomeMoney funded={funded} form={form} />
        <HomeMore form={form} />
      </div>
    </>
  );
}
