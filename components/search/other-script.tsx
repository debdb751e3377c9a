import { useTranslations } from 'next-intl';
import { offerCyrillic } from '#messages/cyrillic.ts';
import { toLatin } from '#messages/latin.ts';
import type { WrittenForm } from '#messages/local-text.ts';

/** Says that the words were looked for in the other script too; whoever reads English is not shown Cyrillic of it. */
export function OtherScript({ q, form }: { q: string; form: WrittenForm }) {
  const t = useTranslations('search');
  const other = /\p{Script=Cyrillic}/u.test(q) ? toLatin(q) : form === 'en' ? q : offerCyrillic(q);
  return other === q ? t('same') : t.rich('also', { other, b: (words) => <b>{words}</b> });
}
