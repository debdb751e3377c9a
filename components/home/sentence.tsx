import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Figures } from '#office/register/figures.ts';

/** What is counted, and the tag of the message that makes it a link. */
const places = [['networks', 'toNetworks'], ['agreements', 'toAgreements'], ['projects', 'toProjects']] as const;

/** The sentence of figures: one heading, and in it three links to what it counts. */
export function Sentence({ figures, form }: { figures: Figures; form: WrittenForm }) {
  const t = useTranslations('home');
  const links = Object.fromEntries(places.map(([place, tag]) => [tag, (words: ReactNode) => <a href={`/${form}/${place}`}>{words}</a>]));
  return <h1>{t.rich('sentence', { ...figures, ...links })}</h1>;
}
