import { useTranslations } from 'next-intl';
import { PaletteLink } from '#components/desk/palette-link.tsx';
import { Icon } from '#components/icon.tsx';

/** The box in the bar over every page that opens the palette. */
export function Jump({ path, person }: { path: string; person: string }) {
  const t = useTranslations('palette');
  const words = { heading: t('heading'), label: t('label'), search: t('search'), close: t('close'), nothing: t('nothing'), away: t('away'), waiting: t('waiting'), how: t('how'), found: t('found') };
  return (
    <PaletteLink path={path} person={person} words={words}>
      <Icon name="search" />
      <span>{t('open')}</span>
      <kbd aria-hidden="true">Ctrl K</kbd>
    </PaletteLink>
  );
}
