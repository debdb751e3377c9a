import type { ElementType } from 'react';
import { useTranslations } from 'next-intl';
import { readText, type LocalText, type WrittenForm } from '#messages/local-text.ts';
import { htmlLang } from '#messages/routing.ts';
import { Unknown, type UnknownThing } from '#components/unknown.tsx';

type Props = {
  text: LocalText | null | undefined;
  form: WrittenForm;
  as?: ElementType;
  className?: string;
  /** Where the fallback to another language is said: beside the text, or once for the page in a notice. */
  say?: 'here' | 'elsewhere';
  unknown?: UnknownThing;
};

/** A localised text in the reader's form; it falls back to the language that exists, marks it and says so. */
export function LocalTextView({ text, form, as: Element = 'span', className, say = 'here', unknown }: Props) {
  const read = readText(text, form);
  if (!read) return <Unknown what={unknown} />;
  const lang = read.lang === htmlLang(form) ? undefined : read.lang;
  const said = read.fellBack && say === 'here' ? <Language of={read.form} /> : null;
  if (!lang && Element === 'span' && !className) return read.text;
  return said && lang ? (
    <Element className={className}><span lang={lang}>{read.text}</span>{said}</Element>
  ) : (
    <Element className={className} lang={lang}>{read.text}</Element>
  );
}

/** Apart from the text, since a page has hundreds of texts and few that fall back: only these look up words. */
function Language({ of }: { of: WrittenForm }) {
  const t = useTranslations('parts.fallback');
  return <small className="soft"> ({t(of === 'en' ? 'inEnglish' : 'inSerbian')})</small>;
}

/** Whether a page in this form shows any of these texts in another language, so that it has to say so once. */
export function fallsBack(form: WrittenForm, ...texts: (LocalText | null | undefined)[]): boolean {
  return texts.some((text) => readText(text, form)?.fellBack);
}
