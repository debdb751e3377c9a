'use client';
import { useCallback, useEffect, useState } from 'react';

/** The name under which the browser keeps what is chosen in a register, for as long as its tab lives. */
function placeOf(register: string): string {
  return `povelja.chosen.${register}`;
}

/**
 * What is chosen in the tables of a register, from page to page: null before the script runs. The boxes of the page belong to the
 * form `id`; `elsewhere` are the chosen ones that this page does not show. `drawn` is what the boxes were last drawn from.
 */
export function useChosen(register: string, id: string, drawn: unknown) {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [shown, setShown] = useState<readonly string[]>([]);
  const keep = useCallback((next: ReadonlySet<string>) => {
    remember(register, next);
    setChosen(next);
    boxesOf(id).forEach((box) => { box.checked = next.has(box.value); });
  }, [register, id]);

  useEffect(() => {
    // Boxes that were ticked before the script ran count as well.
    keep(new Set([...remembered(register), ...ticked(id)]));
    setShown(boxesOf(id).map(({ value }) => value));
    const changed = (event: Event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || box.name !== 'chosen' || box.form?.id !== id) return;
      const next = new Set(remembered(register));
      if (box.checked) next.add(box.value);
      else next.delete(box.value);
      keep(next);
    };
    document.addEventListener('change', changed);
    return () => document.removeEventListener('change', changed);
  }, [register, id, keep, drawn]);

  return {
    chosen,
    elsewhere: chosen === null ? [] : [...chosen].filter((one) => !shown.includes(one)),
    /** Every row of the page, or none of them where all are chosen already. */
    choosePage: () => {
      const all = shown.every((one) => chosen?.has(one));
      keep(new Set(all ? [...chosen ?? []].filter((one) => !shown.includes(one)) : [...chosen ?? [], ...shown]));
    },
    clear: () => keep(new Set()),
  };
}

/** Forgets what was chosen in a register: it has been done. */
export function forgetChosen(register: string): void {
  remember(register, new Set());
}

function boxesOf(id: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[name=chosen]')].filter((box) => box.form?.id === id);
}

function ticked(id: string): string[] {
  return boxesOf(id).filter(({ checked }) => checked).map(({ value }) => value);
}

function remembered(register: string): string[] {
  try {
    const held: unknown = JSON.parse(sessionStorage.getItem(placeOf(register)) ?? '[]');
    return Array.isArray(held) ? held.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return []; // a browser that keeps nothing, or something that is none of ours
  }
}

function remember(register: string, chosen: ReadonlySet<string>): void {
  try {
    if (chosen.size === 0) sessionStorage.removeItem(placeOf(register));
    else sessionStorage.setItem(placeOf(register), JSON.stringify([...chosen]));
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
}
