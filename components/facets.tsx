import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';
import { KeptFields, type Kept } from '#components/kept.tsx';

/** One facet: its parameter, and each value with how many records it holds. Zero counts stay visible. */
export type Facet = {
  name: string;
  legend: string;
  options: readonly { value: string; label: ReactNode; count: number; chosen: boolean }[];
};

type FacetsProps = { action: string; facets: readonly Facet[]; kept: Kept; children?: ReactNode };

/** Narrows a list: a GET form, a fieldset per facet. On a phone it is a drawer, opened without a script. */
export function Facets({ action, facets, kept, children }: FacetsProps) {
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
        {facets.map((facet) => (
          <fieldset key={facet.name}>
            <legend>{facet.legend}</legend>
            {facet.options.map((option) => <Tick key={option.value} name={facet.name} {...option} />)}
          </fieldset>
        ))}
        {children}
        <div className="btns">
          <button className="btn" type="submit">{t('apply')}</button>
          <a href={action}>{t('clear')}</a>
        </div>
      </form>
    </aside>
  );
}

/** One box with its count; for boxes that stand outside a facet too, as „без датума“. */
export function Tick({ name, value, label, count, chosen }: { name: string } & Facet['options'][number]) {
  return (
    <label className="tick">
      <input type="checkbox" name={name} value={value} defaultChecked={chosen} />
      <span>{label}</span>
      <span className="n">{count}</span>
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
