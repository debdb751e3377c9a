import type { ReactNode } from 'react';

export type TodoLine = {
  id: string;
  title: ReactNode;
  href?: string;
  note?: ReactNode;
  /** One verb, as a small button, or a figure. */
  act?: ReactNode;
};

/** What waits: each line has one verb. */
export function Todo({ lines }: { lines: readonly TodoLine[] }) {
  return (
    <ul className="todo">
      {lines.map(({ id, title, href, note, act }) => (
        <li key={id}>
          <div>
            {href ? <a href={href}>{title}</a> : title}
            {note ? <small>{note}</small> : null}
          </div>
          {act}
        </li>
      ))}
    </ul>
  );
}

/** A part of the desk; `width` in twelfths of the page. */
export function Card({ heading, count, width = 6, children }: { heading: ReactNode; count?: number; width?: 4 | 5 | 6 | 7 | 8 | 12; children: ReactNode }) {
  return (
    <section className={width === 6 ? 'card' : `card card-${width}`}>
      <h2>{heading} {count === undefined ? null : <span className="count">{count}</span>}</h2>
      {children}
    </section>
  );
}
