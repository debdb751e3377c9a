import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { KeptFields, type Kept } from '#components/kept.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { writeNumber } from '#messages/numbers.ts';

type Order = {
  action: string;
  options: readonly { value: string; label: string }[];
  chosen: string;
  kept: Kept;
};

/** Order of a list: a select with its own button, so that it works without a script. */
export function Sort({ action, options, chosen, kept }: Order) {
  const t = useTranslations('parts.sort');
  return (
    <form className="sort" action={action} method="get">
      <KeptFields kept={kept} />
      <label htmlFor="sort">{t('label')}</label>
      <select className="in" id="sort" name="sort" key={chosen} defaultValue={chosen}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
      <button className="btn btn-line btn-sm" type="submit">{t('apply')}</button>
    </form>
  );
}

/** The bar over a list: how many, then order and the drawer of facets. */
export function ListBar({ count, words, children }: { count: number; words: ReactNode; children?: ReactNode }) {
  const form = useLocale() as WrittenForm;
  return (
    <div className="bar">
      <p className="bar-count"><b className="num">{writeNumber(count, form)}</b>{words}</p>
      {children}
    </div>
  );
}
