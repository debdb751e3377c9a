'use client';
import { useEffect, useMemo, useSyncExternalStore } from 'react';

/**
 * What is chosen in the tables of a register, from page to page: null before the script runs. The boxes of the page belong to the
 * form `id`; `shown` are the ids of its rows, and `elsewhere` the chosen ones that this page does not show.
 */
export function useChosen(register: string, id: string, shown: readonly string[]) {
  const held = useSyncExternalStore(listen, () => remembered(register), () => null);
  const chosen = useMemo(() => (held === null ? null : new Set(held.split(',').filter(Boolean))), [held]);

  useEffect(() => {
    // Boxes that were ticked before the script ran count as well.
    const ticked = boxesOf(id).filter(({ checked }) => checked).map(({ value }) => value);
    if (ticked.length) remember(register, [...listed(register), ...ticked]);
    const changed = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.name !== 'chosen' || target.form?.id !== id) return;
      remember(register, target.checked ? [...listed(register), target.value] : listed(register).filter((one) => one !== target.value));
    };
    // React empties a form that was sent; what was refused stays chosen.
    const emptied = () => setTimeout(() => tick(id, listed(register)));
    document.addEventListener('change', changed);
    document.addEventListener('reset', emptied);
    return () => {
      document.removeEventListener('change', changed);
      document.removeEventListener('reset', emptied);
    };
  }, [register, id]);

  useEffect(() => {
    if (chosen) tick(id, [...chosen]);
  }, [chosen, id]);

  return {
    chosen,
    elsewhere: [...chosen ?? []].filter((one) => !shown.includes(one)),
    /** Every row of the page, or none of them where all are chosen already. */
    choosePage: () => {
      const others = listed(register).filter((one) => !shown.includes(one));
      remember(register, shown.every((one) => chosen?.has(one)) ? others : [...others, ...shown]);
    },
    clear: () => remember(register, []),
  };
}

/** Forgets what was chosen in a register: it has been done. */
export function forgetChosen(register: string): void {
  remember(register, []);
}

function boxesOf(id: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[name=chosen]')].filter((box) => box.form?.id === id);
}

function tick(id: string, ids: readonly string[]): void {
  for (const box of boxesOf(id)) box.checked = ids.includes(box.value);
}

// A browser that keeps nothing has them as long as the page lives.
const unkept = new Map<string, string>();
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The name under which the browser keeps what is chosen in a register, for as long as its tab lives. */
function placeOf(register: string): string {
  return `povelja.chosen.${register}`;
}

function listed(register: string): string[] {
  return remembered(register).split(',').filter(Boolean);
}

function remembered(register: string): string {
  try {
    return sessionStorage.getItem(placeOf(register)) ?? '';
  } catch {
    return unkept.get(register) ?? '';
  }
}

function remember(register: string, ids: readonly string[]): void {
  const held = [...new Set(ids)].join(',');
  try {
    sessionStorage.setItem(placeOf(register), held);
  } catch {
    unkept.set(register, held);
  }
  for (const listener of listeners) listener();
}
