import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';

/** What narrows the list now, each as a link that takes it away. */
export function Tags({ tags }: { tags: readonly { href: string; label: ReactNode }[] }) {
  const t = useTranslations('parts.tags');
  if (tags.length === 0) return null;
  return (
    <div className="tags">
      <span className="soft">{t('label')}</span>
      {tags.map((tag) => (
        <a className="tag" key={tag.href} href={tag.href}>
          {tag.label} <Icon name="x" className="" />
          <span className="hide">{t('remove')}</span>
        </a>
      ))}
    </div>
  );
}
