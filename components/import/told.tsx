import { useTranslations } from 'next-intl';
import type { ImportRecord } from '#office/import/read.ts';

const separators: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** How the file was read, so that a wrong guess is seen before it does harm. */
export function ImportTold({ run: { told, rowCount, headings } }: { run: Pick<ImportRecord, 'told' | 'rowCount' | 'headings'> }) {
  const t = useTranslations('import.told');
  const facts = [
    t('rows', { count: rowCount }), t('columns', { count: headings.length }),
    told.encoding && t('encoding', { encoding: told.encoding }),
    told.separator && headings.length > 1 && t('separator', { separator: separators[told.separator] ?? 'tab' }),
    told.sheet && t('sheet', { sheet: told.sheet }),
    told.otherSheets ? t('otherSheets', { count: told.otherSheets }) : '',
  ];
  return <>{facts.filter(Boolean).join(' · ')}</>;
}
