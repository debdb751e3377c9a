import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listQuery } from '#app/asked-list.ts';
import { placeOf } from '#app/linked-place.ts';
import { formOfPage, publicFace, type PageProps } from '#app/shown.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { LinkedData } from '#components/linked-data/linked-data.tsx';
import { listData } from '#components/linked-data/register.ts';
import { MapTabs, MapYear } from '#components/map/choices.tsx';
import { Europe, EuropeBase } from '#components/map/europe.tsx';
import { MapKey } from '#components/map/key.tsx';
import { drawable, marksOf } from '#components/map/marks.ts';
import { Near } from '#components/map/near.tsx';
import { OffMap } from '#components/map/off-map.tsx';
import { PlacesTable } from '#components/map/table.tsx';
import { World } from '#components/map/world.tsx';
import { NotUnderstood } from '#components/not-understood.tsx';
import { PageHead } from '#components/page-head.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { mapLayers, type MapLayer } from '#office/map/map.ts';
import { placesOfTies } from '#office/map/read.ts';
import { visitor } from '#office/viewer.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const form = await formOfPage(params);
  const t = await getTranslations('map');
  return publicFace(form, '/map', { title: t('heading'), description: t('description') });
}

export default async function MapPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('map');
  const nav = await getTranslations('nav');
  const today = belgradeToday(new Date());
  const query = await searchParams;
  const asked = listQuery();
  const [layer] = asked.chosen('layer', query.layer, mapLayers);
  const thisYear = Number(today.slice(0, 4));
  const wanted = asked.number('year', query.year, 1000, thisYear);
  const [found, year] = await placesIn(layer, wanted, today);
  if (year !== wanted) asked.unknown('year', String(wanted));
  const marks = marksOf(found.places.slice(0, drawable));
  const chosen = { form, layer, year };
  return (
    <>
      <LinkedData things={listData(placeOf(form, '/map', { title: t('heading'), description: t('description') }))} />
      <PageHead breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: nav('home') }]} here={nav('map')} />} title={t('heading')} lead={t('lead')} />
      <div className="wrap body">
        <NotUnderstood strange={asked.strange} />
        <MapTabs {...chosen} />
        <div className="bar">
          <p className="small">{year === undefined ? t('shown', { count: found.places.length }) : t('shownIn', { year: String(year), count: found.places.length, undated: found.undated })}</p>
          <MapYear {...chosen} years={yearsBetween(found.firstYear, thisYear)} />
        </div>
        <figure className="mapbox">
          <EuropeBase marks={marks} />
          {(['wide', 'mid', 'thin'] as const).map((size) => <Europe key={size} marks={marks} form={form} size={size} />)}
          <figcaption><MapKey /></figcaption>
        </figure>
        <div className="two sec">
          <section aria-labelledby="h-table">
            <h2 id="h-table">{t('table.heading')}</h2>
            <PlacesTable places={found.places} form={form} left={found.left} />
          </section>
          <aside aria-label={t('aside')}>
            {marks.near.length ? <><h2>{t('near.heading')}</h2><div className="mapbox"><Near marks={marks.near} form={form} /></div></> : null}
            {marks.world.length ? <><h2 className="sec">{t('world.heading')}</h2><div className="mapbox"><World marks={marks.world} form={form} /></div></> : null}
            <h2 className="sec">{t('off.heading')}</h2>
            <OffMap nowhere={found.nowhere} undrawn={marks.undrawn} form={form} />
          </aside>
        </div>
      </div>
    </>
  );
}

/** The places of a year; of all years where nothing in the layer is dated so early. */
async function placesIn(layer: MapLayer | undefined, wanted: number | undefined, today: string) {
  const found = await placesOfTies(visitor, { layer, year: wanted }, today);
  if (wanted === undefined || (found.firstYear !== null && found.firstYear <= wanted)) return [found, wanted] as const;
  return [await placesOfTies(visitor, { layer }, today), undefined] as const;
}

function yearsBetween(first: number | null, last: number): number[] {
  return first === null || first > last ? [] : Array.from({ length: last - first + 1 }, (_, place) => last - place);
}
