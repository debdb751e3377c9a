import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';

type TagsProps = {
  tags: readonly { href: string; label: ReactNode }[];
  /** Where nothing narrows the list any more; offered from the second tag on. */
  clear?: string;
};

/** What narrows the list now, each as a link that takes it away. */
export function Tags({ tags, clear }: TagsProps) {
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
      {clear && tags.length > 1 ? <a href={clear}>{t('clear')}</a> : null}
    </div>
  );
}
