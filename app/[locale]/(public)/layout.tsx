import type { ReactNode } from 'react';
import { setRequestLocale } from 'next-intl/server';
import { useTranslations } from 'next-intl';
import { askedAddress } from '#app/asked.ts';
import { Footer } from '#components/frame/footer.tsx';
import { Header } from '#components/frame/header.tsx';
import { SkipLink } from '#components/frame/skip-link.tsx';
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
        <PrintedFrom address={address} />
      </main>
      <Footer form={form} />
    </>
  );
}

/** Only on paper: where the printed words came from. */
function PrintedFrom({ address }: { address: string }) {
  return <p className="paper wrap">{useTranslations('frame')('printedFrom', { address })}</p>;
}
