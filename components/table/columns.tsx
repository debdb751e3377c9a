import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { PublicationMark } from '#components/publication-mark.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import type { FuzzyDate, Publication, Verification } from '#db/columns.ts';
import { belgradeToday, writeDate, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { Column } from './column.ts';

type Kept = { readonly code: string; readonly publication: Publication; readonly verification: Verification; readonly verifiedOn: string | null; readonly changedAt: Date };

/** The columns that every register has, behind its own. */
export function keptColumns<L extends Kept>(form: WrittenForm): { code: Column<L>; publication: Column<L>; verification: Column<L>; verifiedOn: Column<L>; changed: Column<L> } {
  const t = words(form, 'record.table');
  const states = words(form, 'states');
  const day = (iso: string | null) => (iso ? writeDay(iso, form, 'table') : '');
  return {
    code: { key: 'code', label: t('code'), sort: 'up', usual: true, look: 'code', cell: ({ code }) => code, text: ({ code }) => code },
    publication: {
      key: 'publication', label: t('publication'), usual: true,
      cell: ({ publication }) => <PublicationMark state={publication} />, text: ({ publication }) => states(`publication.${publication}`),
    },
    verification: {
      key: 'verification', label: t('verification'), usual: true,
      cell: ({ verification }) => <VerificationMark state={verification} />, text: ({ verification }) => states(`verification.${verification}`),
    },
    verifiedOn: { key: 'verifiedOn', label: t('verifiedOn'), look: 'num', cell: ({ verifiedOn }) => day(verifiedOn), text: ({ verifiedOn }) => verifiedOn ?? '' },
    changed: {
      key: 'changed', label: t('changed'), sort: 'down', usual: true, look: 'num',
      cell: ({ changedAt }) => day(belgradeToday(changedAt)), text: ({ changedAt }) => belgradeToday(changedAt),
    },
  };
}

/** Whose the record is, of the names of everybody who works or worked here. */
export function ownerColumn<L extends { readonly ownerId: string | null }>(form: WrittenForm, names: ReadonlyMap<string, string>): Column<L> {
  const t = words(form, 'record.table');
  const nameOf = (id: string) => names.get(id) ?? t('formerColleague');
  return {
    key: 'owner', label: t('owner'), look: 'nobr',
    cell: ({ ownerId }) => (ownerId ? nameOf(ownerId) : <span className="unknown">{t('nobody')}</span>), text: ({ ownerId }) => (ownerId ? nameOf(ownerId) : ''),
  };
}

/** A word of a vocabulary; nothing where the record does not say. */
export function wordColumn<L>(key: string, label: string, text: (line: L) => string | null | undefined): Column<L> {
  return { key, label, cell: (line) => text(line) || null, text: (line) => text(line) || '' };
}

/** A date at its precision; in a spreadsheet as EDTF, which sorts and is never more exact than it is. */
export function dateColumn<L>(key: string, label: string, form: WrittenForm, of: (line: L) => FuzzyDate | null | undefined, gender?: 'neuter'): Column<L> {
  return { key, label, cell: (line) => <FuzzyDateView edtf={of(line)?.edtf} form={form} look="table" unknown={gender} />, text: (line) => of(line)?.edtf ?? '' };
}

/** From when to when, open where a bound is not known. */
export function spanColumn<L>(key: string, label: string, form: WrittenForm, of: (line: L) => readonly [FuzzyDate | null, FuzzyDate | null]): Column<L> {
  const written = (line: L) => of(line).map((date) => (date ? writeDate(date.edtf, form, 'table') : '…')).join(' – ');
  return { key, label, look: 'nobr', cell: (line) => (of(line).some(Boolean) ? written(line) : null), text: (line) => (of(line).some(Boolean) ? of(line).map((date) => date?.edtf ?? '..').join('/') : '') };
}
