import type { RecordTable } from './pen.ts';
import type { Noun } from './permission.ts';
import type { Register } from './publishing.ts';
import { subjectOf } from './subject.ts';
import { sightOf, tables } from './tables.ts';

/** Any noun's table under its name, with its own rule of sight, for what all nouns do alike. */
export function registerOf(noun: Noun): Register<RecordTable> {
  return {
    noun, table: tables[noun].table as unknown as Register<RecordTable>['table'], sight: (viewer) => sightOf(viewer, noun),
    subject: async (db, row) => (row ? subjectOf(noun, (row as { id: string }).id, db) : null),
  };
}
