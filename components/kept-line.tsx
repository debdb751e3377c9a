'use client';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'next-intl';
import type { Kept, Keeping } from '#components/keeping.ts';
import { useWrittenForm } from '#components/form-face.ts';
import { shownTime } from '#components/shown-time.ts';

const untouched: Kept = { state: 'untouched', at: null };

/** Quietly where what was typed stands; aloud only when that changes, since nobody wants to hear every saving. */
export function KeptLine({ keeping }: { keeping: Keeping }) {
  const t = useTranslations('form.kept');
  const form = useWrittenForm();
  const { state, at } = useSyncExternalStore(keeping.subscribe, keeping.now, () => untouched);
  const words = state === 'untouched' || !at ? '' : t(state, { time: shownTime(at, form) });
  return (
    <>
      <p className={state === 'here' || state === 'lost' ? 'small kept kept-not' : 'small soft kept'}>{words}</p>
      <output className="hide">{state === 'untouched' ? '' : t(`${state}Said`)}</output>
    </>
  );
}
