import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';

const places = ['agreements', 'networks', 'projects', 'partners', 'milestones'] as const;

/** The registers, for whoever would rather read a list. */
export function RegisterLinks({ form }: { form: WrittenForm }) {
  const t = useTranslations('nav');
  return <ul className="list">{places.map((place) => <li key={place}><a href={`/${form}/${place}`}>{t(place)}</a></li>)}</ul>;
}
