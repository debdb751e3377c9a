import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { writtenForms, type WrittenForm } from '#messages/local-text.ts';
import { defaultForm, htmlLang, isWrittenForm } from '#messages/routing.ts';
import { words } from '#messages/words.ts';

export type PageProps<P extends object = object> = {
  params: Promise<{ locale: string } & P>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The written form of the page being drawn; said to next-intl so that every part speaks it. */
export async function formOfPage(params: Promise<{ locale: string }>): Promise<WrittenForm> {
  const { locale } = await params;
  const form = isWrittenForm(locale) ? locale : defaultForm;
  setRequestLocale(form);
  return form;
}

/** The same page in its other forms and the feeds of the site, for machines; `path` is what follows the form („/networks/ecad“). */
export function alternates(form: WrittenForm, path: string): Metadata['alternates'] {
  return {
    canonical: publicAddressOf(form, path),
    languages: { ...Object.fromEntries(writtenForms.map((other) => [htmlLang(other), publicAddressOf(other, path)])), 'x-default': publicAddressOf(defaultForm, path) },
    types: {
      'application/atom+xml': [{ url: publicAddressOf(form, '/feed.atom'), title: words(form, 'feeds.atom')('title') }],
      'text/calendar': [{ url: publicAddressOf(form, '/milestones.ics'), title: words(form, 'feeds.calendar')('title') }],
    },
  };
}

/** What machines are told of a public page: its words, its address, the same page in the other forms, and a card for whoever shares it. */
export async function publicFace(form: WrittenForm, path: string, { title, description }: { title: string; description: string }): Promise<Metadata> {
  const site = await getTranslations('site');
  const locale = form === 'en' ? 'en_GB' : 'sr_RS';
  const card = { url: `${process.env.PUBLIC_URL ?? ''}/card-${form}.png`, type: 'image/png', width: 1200, height: 630, alt: `${site('name')}. ${site('tagline')}` };
  return {
    title, description, alternates: alternates(form, path),
    openGraph: { type: 'website', siteName: site('name'), locale, url: publicAddressOf(form, path), title, description, images: [card] },
  };
}

/** One value of a parameter, or undefined; of a repeated one the first. */
export function one(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === '' ? undefined : first;
}

/** Every value of a parameter that may be repeated, as a form with boxes sends it. */
export function several(value: string | string[] | undefined): string[] {
  return [value ?? []].flat().filter(Boolean);
}

/** The number of a page of a list; anything else is the first. */
export function pageNumber(value: string | string[] | undefined): number {
  const text = one(value) ?? '';
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** The whole address of a public page, with the host where the installation names one. */
export function publicAddressOf(form: WrittenForm, path: string): string {
  return `${process.env.PUBLIC_URL ?? ''}/${form}${path === '/' ? '' : path}`;
}
