import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { Icon } from '#components/icon.tsx';

const places = ['networks', 'projects', 'agreements', 'partners', 'map', 'milestones', 'open-data'] as const;

/** The main navigation; `search` is its own on a phone, where the header has no room for it. Under 64 rem the same element is a popover, opened by the header's button without a script. */
export function Navigation({ form, address, search }: { form: WrittenForm; address: string; search: ReactNode }) {
  const t = useTranslations('nav');
  const words = useTranslations('frame');
  return (
    <nav className="nav" id="site-nav" popover="" aria-label={words('mainNavigation')}>
      <button className="btn btn-bare menu-x" type="button" popoverTarget="site-nav" popoverTargetAction="hide">
        <Icon name="x" />
        {words('close')}
      </button>
      {search}
      <ul>
        {places.map((place) => (
          <li key={place}>
            <a href={`/${form}/${place}`} aria-current={currentPlace(address, `/${form}/${place}`)}>{t(place)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** `page` on the place itself, `true` on what lies under it. */
export function currentPlace(address: string, place: string): 'page' | 'true' | undefined {
  const path = address.replace(/[?#].*$/s, '');
  if (path === place) return 'page';
  return path.startsWith(`${place}/`) ? 'true' : undefined;
}
