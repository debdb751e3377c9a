import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';
import { KeptFields, type Kept } from '#components/kept.tsx';
import { writeNumber } from '#messages/numbers.ts';
import type { WrittenForm } from '#messages/local-text.ts';

/** One value of a facet with how many records it holds. Zero counts stay visible. `tag` is what its chip says, where the label says too little without the legend. */
export type FacetOption = { readonly value: string; readonly label: ReactNode; readonly count: number; readonly chosen: boolean; readonly tag?: ReactNode };

/** One facet: its parameter and its values, the first of which stand open. `of` says how many values there are where `options` holds the first only. */
export type Facet = { readonly name: string; readonly legend: string; readonly options: readonly FacetOption[]; readonly of?: number };

type FacetsProps = {
  action: string; facets: readonly Facet[]; kept: Kept; children?: ReactNode;
  /** Where nothing narrows the list; the bare action unless the words that were asked have to stay. */
  clear?: string;
};

/** How many values of a facet stand open, and how many are drawn at all; what is chosen is always drawn, and open. */
const open = 6;
const drawn = 20;

/** Narrows a list: a GET form, a fieldset per facet. On a phone it is a drawer, opened without a script. */
export function Facets({ action, facets, kept, children, clear = action }: FacetsProps) {
  const t = useTranslations('parts.facets');
  const frame = useTranslations('frame');
  return (
    <aside className="facets" id="facets" popover="" aria-label={t('label')}>
      <button className="btn btn-bare menu-x" type="button" popoverTarget="facets" popoverTargetAction="hide">
        <Icon name="x" />
        {frame('close')}
      </button>
      <h2>{t('heading')}</h2>
      <form action={action} method="get">
        <KeptFields kept={kept} />
        {facets.map((facet) => <FacetField key={facet.name} {...facet} />)}
        {children}
        <div className="btns">
          <button className="btn" type="submit">{t('apply')}</button>
          <a href={clear}>{t('clear')}</a>
        </div>
      </form>
    </aside>
  );
}

/** One facet as a fieldset: the first values open, the next behind „Још n“, and a word about those that are not drawn. */
function FacetField({ name, legend, options, of = options.length }: Facet) {
  const t = useTranslations('parts.facets');
  const front = options.filter((option, place) => place < open || option.chosen);
  const rest = options.filter((option, place) => place >= open && !option.chosen).slice(0, Math.max(0, drawn - front.length));
  const missing = of - front.length - rest.length;
  if (options.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {front.map((option) => <Tick key={option.value} name={name} {...option} />)}
      {rest.length === 0 ? null : (
        <details>
          <summary>{t('more', { count: rest.length })}</summary>
          {rest.map((option) => <Tick key={option.value} name={name} {...option} />)}
          {missing > 0 ? <p className="soft">{t('beyond', { count: missing })}</p> : null}
        </details>
      )}
    </fieldset>
  );
}

/** One box with its count; for boxes that stand outside a facet too, as „без датума“. */
export function Tick({ name, value, label, count, chosen }: { name: string } & Omit<FacetOption, 'tag'>) {
  const form = useLocale() as WrittenForm;
  return (
    <label className="tick">
      <input type="checkbox" name={name} value={value} defaultChecked={chosen} />
      <span>{label}</span>
      <span className="n">{writeNumber(count, form)}</span>
    </label>
  );
}

/** Opens the drawer on a phone; `chosen` is how many values narrow the list now. */
export function FacetsButton({ chosen }: { chosen: number }) {
  const t = useTranslations('parts.facets');
  return (
    <button className="btn btn-line facets-btn" type="button" popoverTarget="facets">
      <Icon name="settings-2" />
      {t('open', { chosen })}
    </button>
  );
}
