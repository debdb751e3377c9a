import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Unknown } from '#components/unknown.tsx';
import { moneyScopes, type Money } from '#office/money.ts';

/** One stated amount. `amount` is a decimal text, `written` the same in words of the page with its currency. */
export type MoneyFigure = {
  scope: Money['scope'];
  amount: string;
  currency: string;
  written: ReactNode;
  estimated?: boolean;
};

type MoneyProps = { figures: readonly MoneyFigure[]; children?: ReactNode };

const fills = { city_share: 'm-city', project_total: 'm-proj', programme_total: 'm-prog' } as const;

/**
 * Always three rows: the City's share, the whole project, the whole programme; an unknown one is a dashed empty bar.
 * Bars share a scale only within one record and one currency; nothing is added, stacked or converted.
 */
export function MoneyBars({ figures, children }: MoneyProps) {
  const t = useTranslations('vocabulary');
  return (
    <div className="money">
      {moneyScopes.flatMap((scope) => {
        const known = figures.filter((figure) => figure.scope === scope);
        if (known.length === 0) return <MoneyRow key={scope} word={t(`scope.${scope}`)} fill={null} share={0}><Unknown /></MoneyRow>;
        return known.map((figure) => (
          <MoneyRow key={`${scope} ${figure.currency} ${figure.amount}`} word={t(`scope.${scope}`)} fill={fills[scope]} share={shareOf(figure, figures)}>
            {figure.written}
            {figure.estimated ? <small> ({t('certainty.estimated')})</small> : null}
          </MoneyRow>
        ));
      })}
      {children ? <p className="money-note">{children}</p> : null}
    </div>
  );
}

type MoneyRowProps = { word: string; fill: string | null; share: number; children: ReactNode };

function MoneyRow({ word, fill, share, children }: MoneyRowProps) {
  const bar = { y: 4, height: 16, vectorEffect: 'non-scaling-stroke' } as const;
  return (
    <div className="money-row">
      <span>{word}</span>
      <svg viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
        <rect className={fill ? 'm-track' : 'm-unknown'} x="0.3" width="99.4" {...bar} />
        {fill ? <rect className={fill} x="0" width={share} {...bar} /> : null}
      </svg>
      <span className="v">{children}</span>
    </div>
  );
}

/** Length of a bar in hundredths of the largest amount of the same currency in this record; a known amount is never invisible. */
function shareOf(figure: MoneyFigure, figures: readonly MoneyFigure[]): number {
  const largest = Math.max(...figures.filter((other) => other.currency === figure.currency).map((other) => Number(other.amount)));
  if (!(largest > 0)) return 0;
  return Math.max(0.5, Math.round((Number(figure.amount) / largest) * 1000) / 10);
}
