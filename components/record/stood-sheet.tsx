import { useTranslations } from 'next-intl';
import type { StoodFields } from '#office/audit/as-of.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Noun } from '#office/permission.ts';
import { useFieldLabel } from './field-label.ts';
import { fieldWords } from './value-words.ts';

type Props = { groups: readonly StoodFields[]; noun: Noun; form: WrittenForm };

/** A record as it stood: every field that said something, then its groups row by row. */
export function StoodSheet({ groups, noun, form }: Props) {
  const t = useTranslations('record.pastPage');
  const label = useFieldLabel(noun);
  const told = groups.map(({ table, fields }) => ({
    table, rows: fields.flatMap(({ field, after }) => {
      const words = fieldWords(table, field, after, form);
      return words === undefined ? [] : [{ field, label: label(table, field), words }];
    }),
  })).filter(({ rows }) => rows.length > 0);
  if (told.length === 0) return <p className="unknown">{t('nothing')}</p>;
  return told.map(({ table, rows }, place) => (
    <dl className="diff" key={`${table}-${place}`}>
      {rows.map(({ field, label: term, words }) => <div className="diff-row diff-one" key={field}><dt>{term}</dt><dd>{words}</dd></div>)}
    </dl>
  ));
}
