import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import type { IconName } from '#components/icons.ts';
import { Brand } from '#components/frame/brand.tsx';
import { currentPlace } from '#components/frame/navigation.tsx';
import { Icon } from '#components/icon.tsx';

const registers = [
  ['agreements', 'file-pen'],
  ['networks', 'network'],
  ['projects', 'folder-kanban'],
  ['programmes', 'layers'],
  ['partners', 'building-complex'],
  ['milestones', 'milestone'],
  ['documents', 'files'],
] as const satisfies readonly (readonly [string, IconName])[];

/** Pages that not everybody has: an admin sees people and settings. */
export const sidePlaces = [['import', 'download'], ['history', 'rotate-ccw-clock'], ['people', 'users'], ['outbox', 'send'], ['settings', 'settings-2']] as const satisfies readonly (readonly [string, IconName])[];
export type SidePlace = (typeof sidePlaces)[number][0];

export type WorkspaceRegister = (typeof registers)[number][0];

type SideProps = {
  form: WrittenForm;
  address: string;
  /** How many proposals wait for a decision, and how many records each register holds; not drawn where not given. */
  proposals?: number;
  counts?: Partial<Record<WorkspaceRegister, number>>;
  /** The pages that this person has besides the registers. */
  places?: readonly SidePlace[];
};

/** Navigation of the workspace. Under 64 rem it is a drawer, opened without a script. */
export function Side({ form, address, proposals, counts = {}, places = [] }: SideProps) {
  const t = useTranslations('frame.workspace');
  const site = useTranslations('site');
  const desk = `/${form}/workspace`;
  return (
    <nav className="side" id="workspace-side" popover="" aria-label={t('label')}>
      <Brand href={`/${form}`} name={site('name')} under={t('under')} />
      <Group heading={t('desk')}>
        <Place href={desk} current={isAt(address, desk)} icon="inbox" label={t('myDesk')} />
        <Place href={`${desk}/proposals`} current={currentPlace(address, `${desk}/proposals`)} icon="git-pull-request-arrow" label={t('proposals')} count={proposals || undefined} />
      </Group>
      <Group heading={t('registers')}>
        {registers.map(([place, icon]) => (
          <Place key={place} href={`${desk}/${place}`} current={currentPlace(address, `${desk}/${place}`)} icon={icon} label={t(place)} records={counts[place]} />
        ))}
      </Group>
      <Group heading={t('management')}>
        {sidePlaces.filter(([place]) => places.includes(place)).map(([place, icon]) => (
          <Place key={place} href={`${desk}/${place}`} current={currentPlace(address, `${desk}/${place}`)} icon={icon} label={t(place)} />
        ))}
        <Place href={`${desk}/help`} current={currentPlace(address, `${desk}/help`)} icon="book-a" label={t('help')} />
      </Group>
    </nav>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <div className="side-nav">
      <h2>{heading}</h2>
      <ul>{children}</ul>
    </div>
  );
}

type PlaceProps = { href: string; current: 'page' | 'true' | undefined; icon: IconName; label: string; count?: number; records?: number };

function Place({ href, current, icon, label, count, records }: PlaceProps) {
  return (
    <li>
      <a href={href} aria-current={current}>
        <Icon name={icon} className="" />
        <span>{label}</span>
        {count === undefined ? null : <span className="count">{count}</span>}
        {records === undefined ? null : <span className="count count-plain">{records}</span>}
      </a>
    </li>
  );
}

/** The desk is only its own page: everything else in the workspace lies under it. */
function isAt(address: string, desk: string): 'page' | undefined {
  return currentPlace(address, desk) === 'page' ? 'page' : undefined;
}
