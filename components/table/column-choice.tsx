import { useTranslations } from 'next-intl';
import { SubmitButton } from '#components/button.tsx';
import { KeptFields, type Kept } from '#components/kept.tsx';

type Props = { action: string; columns: readonly { readonly key: string; readonly label: string; readonly isShown: boolean }[]; kept: Kept; /** The address in which the usual columns are shown. */ usual: string };

/** Which columns a table shows, folded away; the choice stands in the address. */
export function ColumnChoice({ action, columns, kept, usual }: Props) {
  const t = useTranslations('record.table');
  return (
    <details className="column-choice">
      <summary>{t('columns')}</summary>
      <form action={action} method="get">
        <KeptFields kept={kept} />
        <fieldset>
          <legend className="hide">{t('columns')}</legend>
          {columns.map(({ key, label, isShown }) => (
            <label className="filter-tick" key={key}><input className="box" type="checkbox" name="columns" value={key} defaultChecked={isShown} key={`${key} ${isShown}`} />{label}</label>
          ))}
        </fieldset>
        <div className="btns"><SubmitButton kind="line" size="small">{t('show')}</SubmitButton><a href={usual}>{t('usualColumns')}</a></div>
      </form>
    </details>
  );
}
