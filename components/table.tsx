import type { ReactNode } from 'react';
import { Icon } from '#components/icon.tsx';

/** A head of the table; one that sorts has the address of the list in that order. */
export type Column = {
  key: string;
  label: ReactNode;
  href?: string;
  sorted?: 'ascending' | 'descending';
};

type TableProps = {
  /** Name of the list, also of the region that scrolls. */
  caption: string;
  columns: readonly Column[];
  /** Rows as `tr`; the cell with the title is a `th scope="row"`. */
  children: ReactNode;
};

/** A table of the workspace; it scrolls sideways in a named region of its own that takes the focus. On a phone each row is a block, each cell behind its `data-label`. */
export function Table({ caption, columns, children }: TableProps) {
  return (
    <section className="scroll" aria-label={caption} tabIndex={0}>
      <table className="grid listed">
        <caption className="hide">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column.key} aria-sort={column.sorted}>
                <ColumnHead label={column.label} href={column.href} sorted={column.sorted} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

function ColumnHead({ label, href, sorted }: Omit<Column, 'key'>) {
  if (!href) return label;
  return (
    <a href={href}>
      {label}
      {sorted ? <Icon name={sorted === 'ascending' ? 'arrow-up' : 'arrow-down'} /> : null}
    </a>
  );
}
