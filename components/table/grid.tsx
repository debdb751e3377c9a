import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';
import { RowKeys } from '#components/table/row-keys.tsx';
import type { Column } from '#components/table/column.ts';

type Props<L> = {
  caption: string; columns: readonly Column<L>[]; lines: readonly L[];
  /** The order as asked: the key of a column, behind `-` the other way round. */
  sort: string;
  hrefOf(sort: string): string;
  /** Whether rows can be chosen; their boxes belong to the form of this id. */
  boxes?: { readonly form: string; nameOf(line: L): string };
};

/**
 * The rows of a register: a plain table whose first link leads to the record. Inside it arrows move between the rows (RowKeys);
 * it keeps the meaning of a table, since a screen reader reads one cell by cell as it is.
 */
export function Grid<L extends { readonly id: string }>({ caption, columns, lines, sort, hrefOf, boxes }: Props<L>) {
  const t = useTranslations('record.table');
  return (
    <RowKeys label={caption} hint={t('keys')}>
      <table className={boxes ? 'grid chosen-from' : 'grid listed'}>
        <caption className="hide">{caption}</caption>
        <thead>
          <tr>
            {boxes ? <td className="pick-cell"><span className="hide">{t('choose')}</span></td> : null}
            {columns.map((column) => <Head key={column.key} column={column} sort={sort} hrefOf={hrefOf} />)}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              {boxes ? (
                <td className="pick-cell"><label className="hit"><input className="box" type="checkbox" name="chosen" value={line.id} form={boxes.form} aria-label={t('chooseOne', { name: boxes.nameOf(line) })} /></label></td>
              ) : null}
              {columns.map(({ key, lead, look, label, cell }) => (lead
                ? <th scope="row" key={key}>{cell(line)}</th>
                : <td key={key} className={look} data-label={label}>{cell(line)}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </RowKeys>
  );
}

function Head<L>({ column: { key, label, sort: way }, sort, hrefOf }: { column: Column<L>; sort: string; hrefOf(sort: string): string }) {
  if (!way) return <th scope="col">{label}</th>;
  const turned = sort === `-${key}`;
  const up = (way === 'up') !== turned;
  const sorted = sort === key || turned;
  return (
    <th scope="col" aria-sort={sorted ? (up ? 'ascending' : 'descending') : undefined}>
      <a href={hrefOf(sort === key ? `-${key}` : key)}>{label}{sorted ? <Icon name={up ? 'arrow-up' : 'arrow-down'} /> : null}</a>
    </th>
  );
}
