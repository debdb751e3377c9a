import { useTranslations } from 'next-intl';
import type { ImportNoun } from '#office/import/import.ts';

/** Tables to be filled in, one for each register, as text and as a workbook. */
export function Templates({ nouns, path }: { nouns: readonly ImportNoun[]; path: string }) {
  const t = useTranslations('import.templates');
  const name = useTranslations('import.nouns');
  return (
    <>
      <p className="soft">{t('what')}</p>
      <ul className="import-templates">
        {nouns.map((noun) => (
          <li key={noun}>
            <a href={`${path}/${noun}.xlsx`} download>{t('xlsx', { noun: name(noun) })}</a>
            <a href={`${path}/${noun}.csv`} download>{t('csv', { noun: name(noun) })}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
