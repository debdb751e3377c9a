import { useTranslations } from 'next-intl';
import { offerCyrillic } from '#messages/cyrillic.ts';
import { toLatin } from '#messages/latin.ts';

/** Says that the words were looked for in the other script too. */
export function OtherScript({ q }: { q: string }) {
  const t = useTranslations('search');
  const other = /\p{Script=Cyrillic}/u.test(q) ? toLatin(q) : offerCyrillic(q);
  return other === q ? t('same') : t.rich('also', { other, b: (words) => <b>{words}</b> });
}
