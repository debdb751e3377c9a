import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { writeNumber } from '#messages/numbers.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { Refresher } from './refresher.tsx';

type Props = { kind: 'checking' | 'running'; done: number; all: number; form: WrittenForm; here: string; children?: ReactNode };

/** How far the work in the background has come. */
export function ImportProgress({ kind, done, all, form, here, children }: Props) {
  const t = useTranslations('import.progress');
  const words = t(kind, { done: writeNumber(done, form), all: writeNumber(all, form) });
  return (
    <section className="sec import-progress">
      <output>{words}<progress className="sending" aria-label={words} max={Math.max(all, 1)} value={done} /></output>
      <p className="soft">{t('what')} <a href={here}>{t('refresh')}</a></p>
      {children}
      <Refresher every={2_000} />
    </section>
  );
}
