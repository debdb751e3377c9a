import type { ReactNode } from 'react';
import { untouched, type FormState, type FormValues, type Issue, type Warning } from '#office/outcome.ts';
import { ConflictNotice } from '#components/conflict.tsx';
import type { Dispute } from '#components/drawn-form.ts';
import { SecondLook } from '#components/second-look.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { FaceContext, NeedsContext } from '#components/form-face.ts';
import { ChoiceField, CheckField, RecordField, TickField } from '#components/fields/choice-field.tsx';
import { CountField } from '#components/fields/count-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { MoneyField } from '#components/fields/money-field.tsx';
import { PickField } from '#components/fields/pick-field.tsx';
import { SpotDrafts } from '#components/fields/spot-actions.tsx';
import { SourcesField } from '#components/fields/sources-field.tsx';
import { DayField, TextArea, TextField } from '#components/fields/text-field.tsx';

export const typed: FormValues = {
  'title.sr-Cyrl': ['Протокол о сарадњи Града Ниша и Града Сера'], organisation: ['y'], 'note.en': ['Ниш'], 'title.en': ['Protocol on cooperation'], 'title.state.en': ['outdated'], 'title.other.el': ['Σέρρες'],
  'note.sr-Cyrl': ['Energy Cities'], 'note.sr-Latn': ['Energy Cities'], 'note.origin': ['sr-Latn'],
  type: ['b'], kind: ['a'], sdgs: ['1'], 'date.month': ['6'], 'date.year': ['2018'], 'date.approximate': ['on'],
  'amount.amount': ['9.000'], 'amount.currency': ['BGN'], 'amount.scope': ['project_total'],
  'sources.rows': ['2'], 'sources.0.title.sr-Cyrl': ['Страна Града'], 'sources.0.url': ['ni.rs'],
  email: ['milica@example.org'],
};
const theirs: FormValues = { ...typed, type: ['a'], 'date.year': ['2019'], 'title.sr-Cyrl': ['Протокол о сарадњи'] };
const issues: readonly Issue[] = [
  { field: 'title.sr-Cyrl', rule: 'tooLong', values: { max: 20 } },
  { field: 'date.year', rule: 'inFuture', values: { today: '2026-11-21' } },
  { field: 'amount.amount', rule: 'ambiguousAmount', values: { typed: '9.000' } },
  { field: 'type', rule: 'required' }, { field: 'sdgs', rule: 'notAChoice' }, { field: 'sources.0.url', rule: 'notAUrl' },
  { field: '', rule: 'stale' },
];
const looks: readonly Warning[] = [
  { field: 'title.sr-Cyrl', rule: 'mixedLetters', values: { word: 'Hиш', letters: 'H' } },
  { field: 'title', rule: 'near_agreement', values: { count: 2 }, near: [{ noun: 'agreement', id: 'x', label: 'Споразум (NI-SPO-001)' }] },
];
const options = [{ value: 'a', label: 'Избор А' }, { value: 'b', label: 'Избор Б' }];

/** Every field once: as it comes back with faults, or with what somebody else saved meanwhile. */
export function FormShowcase({ as, needs = [] }: { as: 'wrong' | 'conflict'; needs?: readonly string[] }) {
  const state: FormState = as === 'wrong'
    ? { status: 422, issues, values: typed, conflict: null }
    : { status: 409, issues: [{ field: '', rule: 'stale' }], values: typed, conflict: { version: 5, stored: theirs } };
  return (
    <main className="desk-body desk-main" id="main">
      <h1>Form</h1>
      <Face state={state}><NeedsContext value={needs}>
        <TextField name="email" type="email" autoComplete="email" />
        <TextField name="password" type="password" />
        <LocalTextField name="title" />
        <LocalTextField name="note" rows={3} />
        <TextArea name="reason" />
        <ChoiceField name="type" options={options} />
        <ChoiceField name="kind" options={options} as="radios" none="–" />
        <RecordField name="owner" records={[{ id: 'x', label: 'X' }]} />
        <PickField name="organisation" what="organisation" records={[{ id: 'y', label: 'Y' }]} none="–" />
        <TickField name="sdgs" options={options} />
        <CheckField name="website" />
        <FuzzyDateField name="date" />
        <DayField name="sources_retrievedOn" />
        <MoneyField name="amount" />
        <CountField name="number" />
        <SourcesField />
      </NeedsContext></Face>
    </main>
  );
}

/** A date in which nothing stands yet. */
export function NeededDate({ needs }: { needs: readonly string[] }) {
  return <Face state={untouched}><NeedsContext value={needs}><FuzzyDateField name="on" /></NeedsContext></Face>;
}

/** A picker that came back with words under which nothing was found, or with nothing amiss. */
export function UnknownName({ drafts, typed: q }: { drafts: 'organisation' | 'project'; typed: string }) {
  const faults: readonly Issue[] = q ? [{ field: 'organisation', rule: 'noSuchRecord', values: { typed: q } }] : [];
  return (
    <SpotDrafts actions={{ [drafts]: async () => untouched }}>
      <Face state={{ ...untouched, issues: faults, values: { organisation: [''], 'seek.organisation.organisation': [q], 'was.organisation': [''] } }}><PickField name="organisation" what="organisation" records={[]} /></Face>
    </SpotDrafts>
  );
}

function Face({ state, children }: { state: FormState; children: ReactNode }) {
  const dispute: Dispute | null = state.conflict && state.values && {
    theirs: state.conflict.stored, typed: state.values, merged: state.values, taken: ['note.en', 'title.en'], lists: { sources: { added: 1, removed: 2, lost: 1 } },
    by: { name: 'Ана Петровић', at: new Date('2026-11-22T09:39:00Z'), isOwn: false },
  };
  const face = { noun: 'agreement', values: state.values ?? {}, issues: state.issues, theirs: dispute?.theirs ?? null, dispute, take: () => undefined, cameBack: true };
  return (
    <FaceContext value={face}>
      <form>
        <ErrorSummary state={state} />
        <SecondLook state={{ ...state, warnings: state.conflict ? looks : [] }} />
        {dispute ? <ConflictNotice dispute={dispute} /> : null}
        {children}
        <div className="stay"><div className="btns"><button className="btn" type="submit">OK</button></div></div>
      </form>
    </FaceContext>
  );
}
