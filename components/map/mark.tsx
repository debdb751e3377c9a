import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { recordsAt } from '#office/map/places.ts';
import type { Label } from './labels.ts';
import type { Mark } from './marks.ts';
import { placeName } from './tie-words.ts';

/** A place in a drawing: a link to its row in the table, named for those who do not see it. */
export function Marked({ mark, form, children }: { mark: Mark; form: WrittenForm; children?: ReactNode }) {
  const t = useTranslations('map');
  const { place, at: [x, y] } = mark;
  return (
    <a className="map-link" href={`#${place.key}`} aria-label={t('toRow', { place: placeName(place, form), count: recordsAt(place) })}>
      <Dot mark={mark} />
      <circle className="pt-hit" cx={x} cy={y} r="12" />
      {children}
    </a>
  );
}

/** A town is a dot, a country of which no town is known a dashed ring. */
export function Dot({ mark: { place, at: [x, y] } }: { mark: Mark }) {
  return place.kind === 'country' ? <circle className="pt-area" cx={x} cy={y} r="9" /> : <circle className="pt" cx={x} cy={y} r="5" />;
}

/** The name of a place and what is said under it, where there was room. */
export function Named({ label, under }: { label: Label | undefined; under: number }) {
  if (!label) return null;
  const { x, y, anchor, lines: [name, said] } = label;
  return (
    <>
      <text className="map-t" x={x} y={y} textAnchor={anchor}>{name}</text>
      {said ? <text className="map-s" x={x} y={Math.round(y + under * 1.25)} textAnchor={anchor}>{said}</text> : null}
    </>
  );
}
