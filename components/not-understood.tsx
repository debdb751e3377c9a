import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';

/** Says which parts of the address were passed over: what follows is what the rest of it asks for. */
export function NotUnderstood({ strange }: { strange: readonly { name: string; value: string }[] }) {
  const t = useTranslations('parts.notUnderstood');
  if (strange.length === 0) return null;
  return (
    <Notice tone="wait" weight="outline" heading={t('heading')}>
      <ul>{strange.slice(0, 5).map(({ name, value }) => <li key={`${name}=${value}`}><code>{name}={value}</code></li>)}</ul>
      <p>{t('rest')}</p>
    </Notice>
  );
}
