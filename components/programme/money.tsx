import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { MoneyBars } from '#components/money-bars.tsx';
import type { Money } from '#db/columns.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { writeMoney } from '#messages/numbers.ts';

/** The amounts of a programme, each in its scope; what the source says of them stands under the bars. */
export function ProgrammeMoney({ amounts, form }: { amounts: readonly Money[]; form: WrittenForm }) {
  const t = useTranslations('programmes.money');
  const figures = amounts.map(({ scope, amount, currency, certainty, ...money }) => ({
    scope, amount, currency, written: writeMoney({ amount, currency }, form), estimated: certainty === 'estimated', note: money.note ?? null,
  }));
  const notes = figures.flatMap(({ note }) => (note ? [note] : []));
  return (
    <MoneyBars figures={figures}>
      {notes.length ? notes.map((note, place) => <LocalTextView key={place} text={note} form={form} />) : t('note')}
    </MoneyBars>
  );
}
