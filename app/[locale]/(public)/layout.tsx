import type { ReactNode } from 'react';
import { setRequestLocale } from 'next-intl/server';
import { useTranslations } from 'next-intl';
import { askedAddress } from '#app/asked.ts';
import { officeContact } from '#app/office-contact.ts';
import { ReportMistake } from '#components/about/report-mistake.tsx';
import { Footer } from '#components/frame/footer.tsx';
import { Header } from '#components/frame/header.tsx';
import { SkipLink } from '#components/frame/skip-link.tsx';
import { belgradeToday, writeDay } from '#messages/dates.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';

export default async function PublicLayout({ children, params }: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const form = isWrittenForm(locale) ? locale : defaultForm;
  setRequestLocale(form);
  const address = (await askedAddress()) || `/${form}`;
  return (
    <>
      <SkipLink />
      <Header form={form} address={address} />
      <main id="main">
        {children}
        <ReportMistake form={form} whole={`${process.env.PUBLIC_URL ?? ''}${address}`} email={officeContact().email} />
        <PrintedFrom address={address} day={writeDay(belgradeToday(new Date()), form, 'sentence')} />
      </main>
      <Footer form={form} />
    </>
  );
}

/** Only on paper: where the printed words came from, and on which day they stood there. */
function PrintedFrom({ address, day }: { address: string; day: string }) {
  return <p className="paper wrap">{useTranslations('frame')('printedFrom', { address: `${process.env.PUBLIC_URL ?? ''}${address}`, day })}</p>;
}
