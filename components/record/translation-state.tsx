import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';
import { translated } from '#messages/translation.ts';

/** In one line how far the English of a record has come; nothing where all of it stands. */
export function TranslationState({ of }: { of: object }) {
  const t = useTranslations('record.english');
  const { missing, outdated } = translated(of);
  if (missing + outdated === 0) return null;
  return <span className="tr tr-no"><Icon name="languages" className="" />{t(missing === 0 ? 'outdated' : outdated === 0 ? 'missing' : 'both', { missing, outdated })}</span>;
}
