import { useTranslations } from 'next-intl';
import { KeptFields } from '#components/kept.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { mapLayers, type MapLayer } from '#office/map/map.ts';

type Props = { form: WrittenForm; layer: MapLayer | undefined; year: number | undefined };

/** What the map shows, as tabs that are links; the year stays. */
export function MapTabs({ form, layer, year }: Props) {
  const t = useTranslations('map');
  return (
    <nav className="tabs" aria-label={t('layers')}>
      {[undefined, ...mapLayers].map((one) => (
        <a key={one ?? 'all'} href={mapAddress({ form, layer: one, year })} aria-current={one === layer ? 'page' : undefined}>{t(`layer.${one ?? 'all'}`)}</a>
      ))}
    </nav>
  );
}

/** The year as a select with its own button, so that it works without a script. */
export function MapYear({ form, layer, year, years }: Props & { years: readonly number[] }) {
  const t = useTranslations('map.year');
  if (years.length === 0) return null;
  return (
    <form className="sort" action={`/${form}/map`} method="get">
      <label htmlFor="map-year">{t('label')}</label>
      <select className="in" id="map-year" name="year" defaultValue={year ?? ''}>
        <option value="">{t('all')}</option>
        {years.map((one) => <option key={one} value={one}>{one}</option>)}
      </select>
      <KeptFields kept={layer ? { layer: [layer] } : {}} />
      <button className="btn btn-line btn-sm" type="submit">{t('apply')}</button>
    </form>
  );
}

/** The address of the map with these choices, its parameters in canonical order. */
export function mapAddress({ form, layer, year }: Props): string {
  const query = new URLSearchParams({ ...(year ? { year: String(year) } : {}), ...(layer ? { layer } : {}) }).toString();
  return `/${form}/map${query ? `?${query}` : ''}`;
}
