import { useTranslations } from 'next-intl';
import type { Pair } from '#office/double/read.ts';

export type Moves = Pick<Pair, 'naming' | 'own'>;

/** What moves with the double: its own rows, and the records that name it. */
export function MergeMoves({ moves: { naming, own } }: { moves: Moves }) {
  const t = useTranslations('merge');
  const nouns = useTranslations('rights.nouns');
  return (
    <>
      <p className="prose">{t('own', { count: own })}</p>
      {naming.length === 0 ? <p className="prose">{t('namedNowhere')}</p> : (
        <p className="prose">{t('named')} {naming.map(({ noun, many }) => `${nouns(noun)} (${many})`).join(', ')}.</p>
      )}
    </>
  );
}
