import { Fragment } from 'react';
import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { textIn } from '#messages/local-text.ts';
import { shortText } from '#messages/short-text.ts';
import type { Tie, TiedRecord } from '#office/map/map.ts';
import type { MapPlace } from '#office/map/places.ts';
import { pageFolder } from '#office/register/register.ts';
import { drawable } from './marks.ts';
import { placeName, tieWords } from './tie-words.ts';

const columns = ['place', 'kind', 'what', 'record'] as const;
/** More rows than that nobody reads, and they would not fit a page; the registers hold the rest. Where rows are left out, each names one record, cut to a line. */
const most = drawable;

/** The same facts as the drawings, in the order of the alphabet: the places with the most records, `left` the ties that were not even read. */
export function PlacesTable({ places, form, left }: { places: readonly MapPlace[]; form: WrittenForm; left: number }) {
  const t = useTranslations('map');
  const all = places.flatMap((place) => place.ties.map((tie, row) => ({ place, tie, first: row === 0 })));
  // Each place has its first row before any has a second, since the drawings lead there.
  const rows = [...all.filter(({ first }) => first), ...all.filter(({ first }) => !first)].slice(0, most).toSorted((a, b) => placeName(a.place, form).localeCompare(placeName(b.place, form), form));
  const rest = all.length - rows.length + left;
  return (
    <>
      <table className="table map-table">
        <caption className="hide">{t('table.caption')}</caption>
        <thead><tr>{columns.map((column) => <th scope="col" key={column}>{t(`table.${column}`)}</th>)}</tr></thead>
        <tbody>{rows.map(({ place, tie, first }, row) => <Row key={`${place.key} ${row}`} place={place} tie={rest > 0 ? inALine(tie) : tie} form={form} id={first ? place.key : undefined} />)}</tbody>
      </table>
      {rest > 0 ? <p className="small">{t('table.more', { count: rest })}</p> : null}
    </>
  );
}

function inALine(tie: Tie): Tie {
  return { ...tie, records: tie.records.slice(0, 1).map((record) => ({ ...record, name: shortText(record.name, 80) })) };
}

function Row({ place, tie, form, id }: { place: MapPlace; tie: Tie; form: WrittenForm; id: string | undefined }) {
  const t = useTranslations('map');
  // Where only the country is known of a place that has a name, the row still gives the name.
  const named = place.kind === 'country' ? textIn(tie.where.name, form) : '';
  return (
    <tr id={id}>
      <th scope="row">{placeName(place, form)}</th>
      <td>{t(`kind.${place.kind}`)}</td>
      <td>{tieWords(tie, form)}{named ? `, ${named}` : null}</td>
      <td><Records tie={tie} form={form} /></td>
    </tr>
  );
}

function Records({ tie: { records, total, organisation, layer }, form }: { tie: Tie; form: WrittenForm }) {
  const t = useTranslations('map');
  const rest = total - records.length;
  return (
    <>
      {records.length > 1 ? <ul>{records.map((record) => <li key={`${record.noun} ${record.slug}`}><RecordLinks records={[record]} form={form} /></li>)}</ul> : <RecordLinks records={records} form={form} />}
      {rest === 0 ? null : layer === 'agreements' && organisation
        ? <> <a href={`/${form}/agreements?party=${organisation.slug}`}>{t('table.rest', { count: rest })}</a></>
        : <> {t('table.rest', { count: rest })}</>}
    </>
  );
}

/** Records as links to their pages, with commas between them. */
export function RecordLinks({ records, form }: { records: readonly TiedRecord[]; form: WrittenForm }) {
  return records.map((record, place) => (
    <Fragment key={`${record.noun} ${record.slug}`}>
      <a href={`/${form}/${pageFolder(record) ?? 'partners'}/${record.slug}`}><LocalTextView text={record.name} form={form} say="elsewhere" /></a>{place < records.length - 1 ? ', ' : null}
    </Fragment>
  ));
}
