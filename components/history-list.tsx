import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { WasAndIs } from '#components/difference.tsx';

/** One field of a change; a missing side means that there was or is nothing. */
export type FieldChange = { id: string; label: ReactNode; was?: string; is?: string; lang?: string };

export type HistoryEntry = {
  id: string;
  time: ReactNode;
  day: ReactNode;
  what: ReactNode;
  who: ReactNode;
  why?: ReactNode;
  /** The page of this one change. */
  href?: string;
  changes: readonly FieldChange[];
};

/** A change of more fields than this, like the laying down of a record, is folded. */
const many = 6;

/** The history of a record: the margin says when; then what, who and why, and each field as it was and is. */
export function HistoryList({ entries, level = 2 }: { entries: readonly HistoryEntry[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <ol className="hist">
      {entries.map((entry) => (
        <li key={entry.id}>
          <div className="hist-when"><b>{entry.time}</b>{entry.day}</div>
          <div className="hist-what">
            <Heading>{entry.href ? <a href={entry.href}>{entry.what}</a> : entry.what}</Heading>
            <p className="soft">{entry.who}{entry.why ? <> · {entry.why}</> : null}</p>
            {entry.changes.length > 0 ? <Folded changes={entry.changes} /> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Folded({ changes }: { changes: readonly FieldChange[] }) {
  const t = useTranslations('record.pastPage');
  if (changes.length <= many) return <Changes changes={changes} />;
  return <details><summary>{t('showFields', { count: changes.length })}</summary><Changes changes={changes} /></details>;
}

export function Changes({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <div className="diff">
      {changes.map(({ id, label, was, is, lang }) => (
        <div className="diff-row diff-one" key={id}>
          <h3>{label}</h3>
          <div lang={lang}>
            <WasAndIs was={was} is={is} />
          </div>
        </div>
      ))}
    </div>
  );
}
