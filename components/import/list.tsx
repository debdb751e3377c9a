import { useTranslations } from 'next-intl';
import { useColleagueWords } from '#components/person/colleague-words.ts';
import { Table } from '#components/table.tsx';
import { writeInstant } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { writeNumber } from '#messages/numbers.ts';
import type { ImportLine } from '#office/import/read.ts';

/** Whose tables were brought, when, and what became of them. */
export function ImportList({ lines, form, path }: { lines: readonly ImportLine[]; form: WrittenForm; path: string }) {
  const t = useTranslations('import.list');
  const called = useColleagueWords();
  const state = useTranslations('import.state');
  const noun = useTranslations('import.nouns');
  const heads = (['file', 'noun', 'state', 'rows', 'entered', 'by', 'when'] as const).map((key) => ({ key, label: t(key) }));
  return (
    <Table caption={t('caption')} columns={heads}>
      {lines.map((one) => (
        <tr key={one.id}>
          <th scope="row"><a href={`${path}/${one.id}`}>{one.fileName}</a></th>
          <td data-label={t('noun')}>{noun(one.noun)}</td>
          <td data-label={t('state')}>{state(one.state)}</td>
          <td data-label={t('rows')}>{writeNumber(one.rowCount, form)}</td>
          <td data-label={t('entered')}>{writeNumber(one.entered, form)}</td>
          <td data-label={t('by')}>{called({ id: one.createdBy, name: one.by })}</td>
          <td data-label={t('when')}>{writeInstant(one.createdAt, form, 'table')}</td>
        </tr>
      ))}
    </Table>
  );
}
