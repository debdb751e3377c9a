import { useTranslations } from 'next-intl';
import { HistoryList } from '#components/history-list.tsx';
import { useColleagueWords } from '#components/person/colleague-words.ts';
import { belgradeToday, writeDay, writeTime } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Past } from '#office/audit/read.ts';
import type { Noun } from '#office/permission.ts';
import { useFieldLabel } from './field-label.ts';
import { fieldWords } from './value-words.ts';

type Props = { past: readonly Past[]; noun: Noun; form: WrittenForm; /** Level of the headings in the outline of the page. */ level?: 2 | 3; /** Where the version after a change is shown. */ at?: (seq: number) => string };

/** What happened to a record: when, who, why, and each field as it was and is. */
export function RecordHistory({ past, noun, form, level = 2, at: versionAt }: Props) {
  const t = useTranslations('record');
  const table = useTranslations('import');
  const label = useFieldLabel(noun);
  const who = useColleagueWords();
  const entries = past.map(({ seq, at, actor, actorId, actorKind, action, reason, differences, imported }) => ({
    id: String(seq), time: writeTime(at, form), day: writeDay(belgradeToday(at), form, 'table'),
    what: t(`acts.${action.split('.')[1] ?? ''}`),
    href: versionAt?.(seq),
    who: actorKind === 'system' && actor ? t('systemFor', { who: actor }) : actorKind === 'system' ? t('system') : who({ id: actorId, name: actor }), why: imported ? <>{reason ? `${reason} · ` : null}<a href={`/${form}/workspace/import/${imported.id}`}>{table('history', { file: imported.fileName })}</a></> : reason ?? undefined,
    changes: differences.map((difference, place) => ({
      id: `${place}`, label: label(difference.table, difference.field),
      was: fieldWords(difference.table, difference.field, difference.before, form), is: fieldWords(difference.table, difference.field, difference.after, form),
    })),
  }));
  return <HistoryList entries={entries} level={level} />;
}
