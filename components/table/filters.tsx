import { useTranslations } from 'next-intl';
import { SubmitButton } from '#components/button.tsx';
import { KeptFields, type Kept } from '#components/kept.tsx';

/** One filter as it is drawn: a select, a year, a day or a box. */
export type DrawnFilter = { readonly name: string; readonly label: string; readonly chosen?: string } & (
  | { readonly as: 'choice'; readonly options: readonly { readonly value: string; readonly label: string; readonly unoffered?: true }[] }
  | { readonly as: 'year' | 'day' | 'tick' });

type Props = { action: string; q?: string; filters: readonly DrawnFilter[]; /** How many of them stand open. */ open: number; kept: Kept };

/** What narrows a table, as a GET form; what is seldom asked stands folded, open where something of it is chosen. */
export function Filters({ action, q, filters, open, kept }: Props) {
  const t = useTranslations('record.table');
  const rest = filters.slice(open);
  const chosen = rest.filter((filter) => filter.chosen !== undefined).length;
  return (
    <form className="filters" action={action} method="get">
      <KeptFields kept={kept} />
      <label>{t('search')}<input className="in w-12" type="search" name="q" defaultValue={q} key={q} maxLength={200} /></label>
      {filters.slice(0, open).map((filter) => <OneFilter key={filter.name} {...filter} />)}
      <SubmitButton kind="line">{t('apply')}</SubmitButton>
      {rest.length ? (
        <details open={chosen > 0}>
          <summary>{t('moreFilters', { chosen })}</summary>
          <div className="filters">{rest.map((filter) => <OneFilter key={filter.name} {...filter} />)}</div>
        </details>
      ) : null}
    </form>
  );
}

function OneFilter(filter: DrawnFilter) {
  const { name, label, chosen = '' } = filter;
  if (filter.as === 'tick') return <label className="filter-tick"><input className="box" type="checkbox" name={name} value="1" defaultChecked={chosen !== ''} key={chosen} />{label}</label>;
  return <label>{label}{filter.as === 'choice' ? <Choice {...filter} /> : <Typed name={name} chosen={chosen} as={filter.as} />}</label>;
}

function Choice({ name, chosen = '', options }: Extract<DrawnFilter, { as: 'choice' }>) {
  const t = useTranslations('record.table');
  return (
    <select className="in" name={name} key={chosen} defaultValue={chosen}>
      <option value="">{t('everything')}</option>
      {options.filter(({ value, unoffered }) => !unoffered || value === chosen).map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  );
}

function Typed({ name, chosen, as }: { name: string; chosen: string; as: 'day' | 'year' | 'tick' }) {
  if (as === 'day') return <input className="in" type="date" name={name} defaultValue={chosen} key={chosen} />;
  return <input className="in w-4" type="text" inputMode="numeric" pattern="\d{4}" maxLength={4} name={name} defaultValue={chosen} key={chosen} />;
}
