import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { answers } from '#app/answer.ts';
import { colours } from '#app/machines/web-manifest.ts';
import { FontPreloads } from '#components/frame/font-preloads.tsx';
import { defaultForm, htmlLang, isWrittenForm } from '#messages/routing.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import '../styles.css';

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark', themeColor: colours.band };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await formOf(params), namespace: 'site' });
  return {
    title: { default: t('name'), template: `${await faultFirst(params)}%s – ${t('name')}` },
    icons: {
      icon: [{ url: '/favicon.ico', sizes: '32x32' }, { url: '/favicon.svg', type: 'image/svg+xml' }],
      apple: '/apple-touch-icon.png',
    },
    manifest: `/${await formOf(params)}/manifest.webmanifest`,
  };
}

export default async function FormLayout({ children, params }: Props) {
  const form = await formOf(params);
  setRequestLocale(form);
  return (
    <html lang={htmlLang(form)}>
      <head>
        <FontPreloads form={form} />
      </head>
      <body>{children}</body>
    </html>
  );
}

/** A form that came back without scripts says so first in its title; with scripts the form does it by itself. */
async function faultFirst(params: Props['params']): Promise<string> {
  const status = answers.getStore()?.status;
  if (status !== 409 && status !== 422) return '';
  const t = await getTranslations({ locale: await formOf(params), namespace: 'form' });
  return `${t('errorTitle')} `;
}

/** The first segment may be anything that a reader typed; words are Cyrillic then. */
async function formOf(params: Props['params']): Promise<WrittenForm> {
  const { locale } = await params;
  return isWrittenForm(locale) ? locale : defaultForm;
}
