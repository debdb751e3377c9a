import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { publicFace } from '#app/shown.ts';
import { textIn, type LocalText, type WrittenForm } from '#messages/local-text.ts';
import { shortened } from '#messages/short-text.ts';

type Record = {
  /** What follows the written form („/networks/ecad“). */
  path: string;
  title: LocalText | null; code: string;
  /** Prose that may describe it, the best first. */
  texts: readonly (LocalText | null)[];
};

/**
 * What machines are told of a record. Two records may have the same name and the same summary, so the code stands in
 * both the title and the description: they are unique in each language.
 */
export async function recordFace(form: WrittenForm, { path, title, code, texts }: Record): Promise<Metadata> {
  const t = await getTranslations('record.public');
  const name = textIn(title, form) || code;
  const prose = texts.map((text) => textIn(text, form)).find(Boolean);
  return publicFace(form, path, {
    title: name === code ? code : `${name} (${code})`,
    description: prose ? `${shortened(prose, 240)} (${code})` : t('describe', { code, title: name }),
  });
}

/** What a missing record is called in the window's title. */
export async function missingFace(): Promise<Metadata> {
  return { title: (await getTranslations('frame.missing'))('heading') };
}
