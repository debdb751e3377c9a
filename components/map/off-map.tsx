import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { textIn } from '#messages/local-text.ts';
import type { Tie, TiedRecord } from '#office/map/map.ts';
import type { MapPlace } from '#office/map/places.ts';
import { RecordLinks } from './table.tsx';
import { placeName } from './tie-words.ts';

/** How many names one line takes; the rest is counted. */
const most = 12;

/** What no drawing can show, and why: seats and places that no source names, places that the register cannot find. */
export function OffMap({ nowhere, undrawn, form }: { nowhere: readonly Tie[]; undrawn: readonly MapPlace[]; form: WrittenForm }) {
  const t = useTranslations('map.off');
  const seats = unique(nowhere.flatMap(({ what, records }) => (what === 'seat' ? records : [])));
  const partners = unique(nowhere.flatMap(({ what, organisation }) => (what !== 'work' && organisation ? [organisation] : [])));
  const works = nowhere.filter(({ what }) => what === 'work' || what === 'joining');
  if (seats.length + partners.length + works.length + undrawn.length === 0) return <p className="small">{t('none')}</p>;
  return (
    <ul className="list small">
      {undrawn.map((place) => <li key={place.key}><b>{placeName(place, form)}</b>: {t('undrawn')}</li>)}
      {seats.length ? <li><Some records={seats} form={form} />: {t('seat', { count: seats.length })}</li> : null}
      {partners.length ? <li><Some records={partners} form={form} />: {t('partner', { count: partners.length })}</li> : null}
      {[...Map.groupBy(works, ({ records: [record] }) => record?.slug)].slice(0, most).map(([slug, ties]) => (
        <li key={slug}><RecordLinks records={ties[0]?.records ?? []} form={form} />: {t('work', { places: ties.map(({ where }) => textIn(where.name, form)).join(', ') })}</li>
      ))}
    </ul>
  );
}

function Some({ records, form }: { records: readonly TiedRecord[]; form: WrittenForm }) {
  const t = useTranslations('map.off');
  const rest = records.length - most;
  return <><RecordLinks records={records.slice(0, most)} form={form} />{rest > 0 ? ` ${t('rest', { count: rest })}` : null}</>;
}

function unique(records: readonly TiedRecord[]): TiedRecord[] {
  return [...new Map(records.map((record) => [`${record.noun} ${record.slug}`, record])).values()];
}
