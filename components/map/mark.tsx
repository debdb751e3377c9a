import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { recordsAt } from '#office/map/map.ts';
import type { Label } from './labels.ts';
import type { Mark } from './marks.ts';
import { placeName } from './tie-words.ts';

type Props = { mark: Mark; form: WrittenForm; /** Where its name stands, if there was room. */ label: Label | undefined; /** Size of the second line. */ under: number };

/** A place in a drawing: a link to its row in the table, which its name belongs to; what is said under the name stands beside the link. */
export function Marked({ mark, form, label, under }: Props) {
  const t = useTranslations('map');
  const { place, at: [x, y] } = mark;
  return (
    <>
      <a className="map-link" href={`#${place.key}`} aria-label={t('toRow', { place: placeName(place, form), count: recordsAt(place) })}>
        <Dot mark={mark} />
        <circle className="pt-hit" cx={x} cy={y} r="12" />
        <Name label={label} />
      </a>
      <Under label={label} size={under} />
    </>
  );
}

/** A town is a dot, a country of which no town is known a dashed ring. */
export function Dot({ mark: { place, at: [x, y] } }: { mark: Mark }) {
  return place.kind === 'country' ? <circle className="pt-area" cx={x} cy={y} r="9" /> : <circle className="pt" cx={x} cy={y} r="5" />;
}

/** The name of a place, where there was room. */
export function Name({ label }: { label: Label | undefined }) {
  return label ? <text className="map-t" x={label.x} y={label.y} textAnchor={label.anchor}>{label.lines[0]}</text> : null;
}

/** What is said under the name; `size` is that of its letters. */
export function Under({ label, size }: { label: Label | undefined; size: number }) {
  const said = label?.lines[1];
  return said ? <text className="map-s" x={label.x} y={Math.round(label.y + size * 1.25)} textAnchor={label.anchor}>{said}</text> : null;
}
