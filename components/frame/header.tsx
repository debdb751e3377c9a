import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { Brand } from '#components/frame/brand.tsx';
import { LanguageSwitch } from '#components/frame/language-switch.tsx';
import { Navigation } from '#components/frame/navigation.tsx';
import { Icon } from '#components/icon.tsx';
import { ListSearch } from '#components/list-search.tsx';

/** The public header. `address` is the path and query as asked, for the language switch and the current place. */
export function Header({ form, address }: { form: WrittenForm; address: string }) {
  const site = useTranslations('site');
  const t = useTranslations('frame');
  const asked = new URL(address, 'http://site.invalid');
  const search = { action: `/${form}/search`, label: t('find'), q: asked.pathname === `/${form}/search` ? asked.searchParams.get('q')?.slice(0, 200) ?? '' : undefined };
  return (
    <header className="mast">
      <div className="strip">
        <div className="wrap">
          <span className="strip-org">{site('city')} · {site('office')}</span>
          <LanguageSwitch form={form} address={address} />
        </div>
      </div>
      <div className="wrap mast-main">
        <Brand href={`/${form}`} name={site('name')} under={site('tagline')} />
        <ListSearch {...search} />
        <button className="btn btn-line menu-btn" type="button" popoverTarget="site-nav">
          <Icon name="menu" />
          {t('menu')}
        </button>
      </div>
      <div className="nav-row">
        <div className="wrap">
          <Navigation form={form} address={address} search={<ListSearch {...search} />} />
        </div>
      </div>
    </header>
  );
}
