import { useTranslations } from 'next-intl';
import { writeNumber } from '#messages/numbers.ts';
import type { WrittenForm } from '#messages/local-text.ts';

type Props = { shown: number; total: number; form: WrittenForm; /** The register narrowed to the whole list, where there is one. */ href?: string };

/** Under a list that was cut short: how many there are, and where all of them stand. */
export function More({ shown, total, form, href }: Props) {
  const t = useTranslations('record.public');
  if (total <= shown) return null;
  if (!href) return <p className="small soft">{t('rest', { count: total - shown })}</p>;
  return <p><a href={href}>{t('all', { count: writeNumber(total, form) })}</a></p>;
}
