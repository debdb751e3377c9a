import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { MoneyBars, type MoneyFigure } from '#components/money-bars.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { writeMoney } from '#messages/numbers.ts';
import type { Funded } from '#office/register/amounts.ts';

/** Whose money it is: each record with its three amounts, one scale for each, nothing added up. */
export function HomeMoney({ funded, form }: { funded: readonly Funded[]; form: WrittenForm }) {
  const t = useTranslations('home.money');
  if (funded.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="h-money">
      <h2 id="h-money">{t('heading')}</h2>
      <p className="sec-note">{t('note')}</p>
      <div className="tiles">{funded.map((one) => <MoneyTile key={one.id} funded={one} form={form} />)}</div>
    </section>
  );
}

function MoneyTile({ funded: { noun, slug, name, amounts }, form }: { funded: Funded; form: WrittenForm }) {
  const t = useTranslations('home.money');
  const figures = amounts.map(({ scope, amount, currency, certainty }): MoneyFigure => ({
    scope, amount, currency, written: writeMoney({ amount, currency }, form), estimated: certainty === 'estimated',
  }));
  const notes = amounts.flatMap(({ note }) => (note ? [note] : []));
  const shareKnown = amounts.some(({ scope }) => scope === 'city_share');
  return (
    <div className="tile">
      <h3><a href={`/${form}/${noun === 'programme' ? 'programmes' : 'projects'}/${slug}`}><LocalTextView text={name} form={form} /></a></h3>
      <MoneyBars figures={figures}>
        {notes.length ? notes.map((note, place) => <LocalTextView key={place} text={note} form={form} />) : shareKnown ? null : t('shareUnknown')}
      </MoneyBars>
    </div>
  );
}
