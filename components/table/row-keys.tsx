'use client';
import { useEffect, useId, useRef, type ReactNode } from 'react';

type Props = { label: string; /** How the keys move, said to whoever enters the region. */ hint: string; children: ReactNode };

/**
 * Moves the focus between the rows of the table inside: arrows, Home and End, from a row's link to the next row's link and from
 * its box to the next box; Space on a link ticks its row. Enter follows the link, as ever. Rows and their links come from the
 * server; without a script Tab goes through them.
 */
export function RowKeys({ label, hint, children }: Props) {
  const region = useRef<HTMLElement>(null);
  const described = useId();
  useEffect(() => {
    const { current } = region;
    current?.addEventListener('keydown', move);
    return () => current?.removeEventListener('keydown', move);
  }, []);
  return (
    <section className="scroll" aria-label={label} aria-describedby={described} tabIndex={0} ref={region}>
      <p className="hide" id={described}>{hint}</p>
      {children}
    </section>
  );
}

function move(this: HTMLElement, event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || !(target instanceof HTMLElement)) return;
  const rows = [...this.querySelectorAll<HTMLElement>('tbody tr')];
  const at = rows.findIndex((row) => row.contains(target));
  const box = target instanceof HTMLInputElement;
  if (key === ' ' && at >= 0 && !box) {
    const own = rows[at]?.querySelector<HTMLInputElement>('input[name=chosen]');
    if (!own) return;
    own.click();
  } else {
    const to = placeAfter(key, at, rows.length);
    const next = to === null ? null : rows[to]?.querySelector<HTMLElement>(box ? 'input[name=chosen]' : 'th a');
    if (!next) return;
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  event.preventDefault();
}

/** The row that a key leads to; from the region itself (-1) downwards to the first. Null where the key moves nothing. */
function placeAfter(key: string, at: number, rows: number): number | null {
  if (rows === 0) return null;
  if (key === 'ArrowDown') return Math.min(at + 1, rows - 1);
  if (key === 'ArrowUp' && at > 0) return at - 1;
  if (key === 'Home' && at >= 0) return 0;
  if (key === 'End' && at >= 0) return rows - 1;
  return null;
}
