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

export type WorkspaceRegister = (typeof registers)[number][0];

type SideProps = {
  form: WrittenForm;
  address: string;
  /** How many lines wait on the desk, and how many records each register holds; not drawn where not given. */
  waiting?: number;
  counts?: Partial<Record<WorkspaceRegister, number>>;
  /** What the viewer may manage: an admin sees people and roles. */
  manages?: readonly 'people'[];
};

/** Navigation of the workspace. Under 64 rem it is a drawer, opened without a script. */
export function Side({ form, address, waiting, counts = {}, manages = [] }: SideProps) {
  const t = useTranslations('frame.workspace');
  const site = useTranslations('site');
  const desk = `/${form}/workspace`;
  return (
    <nav className="side" id="side" popover="" aria-label={t('label')}>
      <Brand href={`/${form}`} name={site('name')} under={t('under')} />
      <Group heading={t('desk')}>
        <Place href={desk} current={isAt(address, desk)} icon="inbox" label={t('myDesk')} count={waiting || undefined} />
      </Group>
      <Group heading={t('registers')}>
        {registers.map(([place, icon]) => (
          <Place key={place} href={`${desk}/${place}`} current={currentPlace(address, `${desk}/${place}`)} icon={icon} label={t(place)} records={counts[place]} />
        ))}
      </Group>
      {manages.length > 0 ? (
        <Group heading={t('management')}>
          {manages.map((place) => (
            <Place key={place} href={`${desk}/${place}`} current={currentPlace(address, `${desk}/${place}`)} icon="users" label={t(place)} />
          ))}
        </Group>
      ) : null}
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
