import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';

/** Said once on a page whose texts stand in another language than the reader asked for. */
export function FallbackNotice() {
  const t = useTranslations('parts.fallback');
  return (
    <Notice tone="way" icon="languages" heading={t('heading')}>
      <p>{t('why')}</p>
    </Notice>
  );
}
