import type { ReactNode } from 'react';

/** A register: lines with the double-ruled margin. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className="rows">{children}</ul>;
}

/** `short` leaves out what is told at length: a long page of a list stays under 100 KB. */
export type LineLook = 'whole' | 'short';

/** How a page of so many lines draws each, and how long its titles may be then. */
export function lookOf(perPage: number): LineLook {
  return perPage > 25 ? 'short' : 'whole';
}
export const shortTitle = 80;

/** Short lines take their glyphs from the sheet of the page. */
export const glyphFor = { whole: 'here', short: 'sheet' } as const;

type RowProps = {
  /** What stands in the margin: the code or the date in `<b>`, with words around it. */
  margin: ReactNode;
  /** Absent where no page shows the record. */
  href?: string | undefined;
  title: ReactNode;
  /** The level of the title in the outline of the page. */
  level?: 2 | 3;
  /** State and verification on the right. */
  side?: ReactNode;
  /** The one line under the title, as paragraphs. */
  children?: ReactNode;
};

/** One record of a register. Only the title is a link; the whole line answers its hover. */
export function Row({ margin, href, title, level = 3, side, children }: RowProps) {
  const Heading = `h${level}` as const;
  return (
    <li className="row">
      <div className="row-margin">{margin}</div>
      <div className="row-main">
        <Heading>{href ? <a href={href}>{title}</a> : title}</Heading>
        {children}
      </div>
      <div className="row-side">{side}</div>
    </li>
  );
}
