import { useTranslations } from 'next-intl';
import type { Count } from '#db/columns.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { writeCount } from '#office/count.ts';

type Props = { count: Count; /** How many of them the register knows by name. */ known: number; form: WrittenForm };

/** „16 партнера; у регистру су по имену 3“, with a ring for each: filled for whom the register names, dashed for the others. */
export function CountRings({ count, known, form }: Props) {
  const t = useTranslations('projects');
  const named = Math.min(known, count.value);
  return (
    <figure className="plan">
      {count.qualifier === 'exact' && count.value <= most ? <Rings all={count.value} named={named} /> : null}
      <figcaption className="sec-note">{t('partnersKnown', { all: writeCount(count, form), known: named })}</figcaption>
    </figure>
  );
}

/** More than these are a number, not a picture. */
const most = 40;
const [step, row] = [26, 20];

function Rings({ all, named }: { all: number; named: number }) {
  const height = Math.ceil(all / row) * step;
  return (
    <svg className="rings" viewBox={`0 0 ${row * step} ${height}`} aria-hidden="true">
      {Array.from({ length: all }, (_, place) => (
        <circle key={place} className={place < named ? 'plan-actual' : 'ring-unknown'} cx={(place % row) * step + 12} cy={Math.floor(place / row) * step + 12} r="9" />
      ))}
    </svg>
  );
}
