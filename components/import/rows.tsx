import { useTranslations } from 'next-intl';
import { Table } from '#components/table.tsx';
import { proposeRules } from '#office/import/import.ts';
import type { ChangedField, Previewed, WrongCell } from '#office/import/preview.ts';

type Props = { rows: readonly Previewed[]; /** Where a record of this row stands in the workspace. */ hrefOf: (rowNumber: number, id: string) => string; state: 'before' | 'after' };

const tones = { wrong: 'harm', new: 'live', changes: 'way', same: 'past' } as const;

/** Each row with what becomes of it: what is wrong in which cell, what it would change. */
export function ImportRows({ rows, hrefOf, state }: Props) {
  const t = useTranslations('import.rows');
  const verdict = useTranslations('import.verdict');
  return (
    <Table caption={t('caption')} columns={(['row', 'verdict', 'what'] as const).map((key) => ({ key, label: t(key) }))}>
      {rows.map(({ row, title, wrong, changed }) => (
        <tr key={row.id}>
          <td data-label={t('row')}>{row.rowNumber > 0 ? row.rowNumber : t('unknownRow')}</td>
          <td data-label={t('verdict')}><span className={`import-verdict t-${tones[row.verdict ?? 'same']}`}>{verdict(row.verdict ?? 'same')}</span>{state === 'after' && row.verdict !== 'same' && row.verdict !== 'wrong' ? <small>{row.enteredAt ? t('entered') : t('waits')}</small> : null}</td>
          <th scope="row">
            {row.recordId ? <a href={hrefOf(row.rowNumber, row.recordId)}>{title}</a> : title}
            {wrong.length > 0 ? <Wrong cells={wrong} /> : changed.length > 0 ? <Changed fields={changed} /> : null}
            {row.recordId && row.issues.some(({ rule }) => proposeRules.some((one) => one === rule)) ? <a className="import-propose" href={`${hrefOf(row.rowNumber, row.recordId)}/edit`}>{t('propose')}<span className="hide"> {title}</span></a> : null}
          </th>
        </tr>
      ))}
    </Table>
  );
}

function Wrong({ cells }: { cells: readonly WrongCell[] }) {
  const t = useTranslations('import.rows');
  return (
    <ul className="import-wrong">
      {cells.map(({ heading, field, cell, says }, place) => (
        <li key={place}>
          {heading ? <b>{t('cell', { heading })} </b> : field ? <b>{t('noCell', { field })} </b> : null}
          {cell && !says.includes(cell) ? <q>{cell.length > 120 ? `${cell.slice(0, 120)}…` : cell}</q> : null} {says}
        </li>
      ))}
    </ul>
  );
}

function Changed({ fields }: { fields: readonly ChangedField[] }) {
  const t = useTranslations('import.rows');
  return (
    <details open={fields.length <= 3}>
      <summary>{t('fields', { count: fields.length })}</summary>
      <dl className="import-changed">
        {fields.map(({ field, was, is }) => (
          <div key={field}><dt>{field}</dt><dd><span className="hide">{t('was')}: </span><del>{was || t('empty')}</del> <span className="hide">{t('is')}: </span><ins>{is}</ins></dd></div>
        ))}
      </dl>
    </details>
  );
}
