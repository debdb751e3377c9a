'use client';
import { Fragment, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import type { FormState, FormValues } from '#office/outcome.ts';
import { buttonClass } from '#components/button.tsx';
import { ConflictNotice } from '#components/conflict.tsx';
import { drawnFirst, drawnMerged, drawnUnsent } from '#components/drawn-form.ts';
import { ErrorSummary, useErrorTitle } from '#components/error-summary.tsx';
import { TextArea } from '#components/fields/text-field.tsx';
import { FaceContext } from '#components/form-face.ts';
import type { EntryFormProps } from '#components/form.tsx';
import { ConfirmPassword } from '#components/fields/confirm-password.tsx';
import { KeptLine } from '#components/kept-line.tsx';
import { useLeaveGuard } from '#components/leave-guard.ts';
import { startedAnew } from '#components/place.ts';
import { SecondLook } from '#components/second-look.tsx';
import { useSending } from '#components/sending.ts';
import { SignInAgain } from '#components/sign-in-again.tsx';
import { dataOf, fieldsOf, wasTypedEarly } from '#components/typed-fields.ts';
import { DiscardForm, UnsentNotice } from '#components/unsent-notice.tsx';
import { useKeeping, useUnsent } from '#components/use-unsent.ts';

type Props = Omit<EntryFormProps, 'values' | 'hidden'> & Required<Pick<EntryFormProps, 'values' | 'hidden'>> & {
  /** How the form came back without scripts, and what posts it then. */
  first: FormState;
  post: (data: FormData) => void;
  /** Something of somebody's own stands in the form. */
  onHeld: () => void;
  onSent: () => void;
};

/** One form from its opening until it is sent. */
export function OpenForm({ action, noun, values, hidden, submit, kind = 'main', fieldsAt, whenTold, beside, keepAs = noun, children, first, post, onHeld, onSent }: Props) {
  const t = useTranslations('form');
  const form = useRef<HTMLFormElement>(null);
  const read = useCallback(() => (form.current ? fieldsOf(form.current) : null), []);
  const opening = { values, version: hidden.version ?? undefined };
  const unsent = useUnsent(keepAs, goOn);
  const [state, setState] = useState(first);
  const [drawn, setDrawn] = useState(() => drawnFirst(first, opening, unsent.resumed));
  const [own, setOwn] = useState<FormValues>({});
  const keeping = useKeeping(unsent, { form, untouched: !drawn.cameBack });
  useLeaveGuard({ keeping, read, watches: unsent.atDesk });
  useErrorTitle(state);
  const { pending, gone, send } = useSending(action, {
    took: () => {
      keeping?.end();
      onSent();
    },
    refused: (answer) => {
      onHeld();
      for (const secret of form.current?.querySelectorAll<HTMLInputElement>('input[type=password], input[data-secret], input[autocomplete=one-time-code]') ?? []) secret.value = '';
      setState(answer);
      if (answer.conflict) {
        setDrawn(drawnMerged(drawn, read() ?? answer.values ?? {}, answer));
        setOwn({});
      } else if (answer.status === null && answer.values) setDrawn({ ...drawn, values: answer.values, cameBack: true, round: drawn.round + 1 });
      keeping?.resume();
    },
  });
  const submitBy = (submitter: HTMLElement | null) => {
    if (!form.current || pending) return;
    keeping?.pause();
    send(dataOf(form.current, submitter));
  };
  const openedWithWords = useEffectEvent(() => {
    if (unsent.resumed || (form.current && wasTypedEarly(form.current))) onHeld();
  });
  useEffect(() => {
    openedWithWords();
    const at = form.current;
    at?.addEventListener('mousedown', keepFocus);
    return () => at?.removeEventListener('mousedown', keepFocus);
  }, []);
  function goOn(typed: FormValues): void {
    onHeld();
    setDrawn((before) => drawnUnsent(before, typed, opening));
    setOwn({});
  }
  // Where it stands in the form already, the page is drawn anew without it.
  const startAnew = () => {
    if (!unsent.going) return;
    keeping?.end();
    location.replace(startedAnew(location.pathname + location.search));
  };
  const take = useCallback((more: FormValues) => {
    onHeld();
    setOwn((before) => ({ ...before, ...more }));
  }, [onHeld, setOwn]);
  const { dispute } = drawn;
  // Every field hears of another face and is drawn anew; a key, or the act being under way, makes none.
  const face = useMemo(() => ({
    noun, issues: state.issues, theirs: drawn.dispute?.theirs ?? null, dispute: drawn.dispute, cameBack: drawn.cameBack, read,
    values: { ...drawn.values, ...own }, take,
  }), [noun, state.issues, drawn, own, read, take]);
  const opened = useMemo(() => JSON.stringify(drawn.opened), [drawn.opened]);
  // The fields as they were opened go along, since without scripts nobody else remembers what was not touched.
  const versioned = drawn.version === undefined ? {} : { version: drawn.version, opened };
  const carried = { ...hidden, ...versioned, ...unsent.carried };
  if (state.told && whenTold) return whenTold(state.told);
  return (
    <FaceContext value={face}>
      <form ref={form} action={post} noValidate onChange={onHeld} onSubmit={(event) => {
        event.preventDefault();
        submitBy((event.nativeEvent as SubmitEvent).submitter);
      }}>
        {/* `onChange` and no listener of its own: a state set before React has heard of the key would take it back from a controlled field. */}
        {/* Enter in a field presses the first submit button of a form: this one, not „Додај још“. */}
        <button className="hide" type="submit" tabIndex={-1} aria-hidden="true" />
        {Object.entries(carried).map(([name, value]) =>
          value === null || value === undefined ? null : <input key={`${name}=${value}`} type="hidden" name={name} defaultValue={value} />)}
        <ErrorSummary state={state} fieldsAt={fieldsAt} />
        <ConfirmPassword state={state} />
        <SecondLook state={state} />
        {dispute ? <ConflictNotice dispute={dispute} /> : null}
        {state.values && drawn.round === 0 ? null : <UnsentNotice unsent={unsent} now={opening} carried={Object.keys(carried)} goOn={goOn} thrownAway={startAnew} />}
        <Fragment key={drawn.round}>
          {children}
          {'corrects' in hidden ? <CorrectionNote /> : null}
          {'propose' in hidden ? <TextArea name="proposalReason" rows={3} /> : null}
        </Fragment>
        <div className="stay">
          <div className="btns">
            <button className={buttonClass({ kind })} type="submit" aria-disabled={pending || undefined}>
              {gone ? t('sent') : pending ? t('saving') : dispute ? t('conflict.saveMerged') : submit}
            </button>
            {beside}
          </div>
          {keeping ? <KeptLine keeping={keeping} /> : null}
        </div>
      </form>
      <DiscardForm unsent={unsent} />
      {state.ended ? <SignInAgain ended={state} then={() => submitBy(null)} /> : null}
    </FaceContext>
  );
}

/** Told to the public in the history of the record; folded, since a slip of the pen needs no words. */
function CorrectionNote() {
  const t = useTranslations('form.correction');
  return (
    <details className="sec">
      <summary>{t('heading')}</summary>
      <p className="prose">{t('what')}</p>
      <TextArea name="correctionNote" rows={2} />
      <TextArea name="correctionNoteEn" rows={2} />
    </details>
  );
}

/** What a field says when it is left moves the page; a press on the button must not lose the button under the hand. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button[type="submit"]')) event.preventDefault();
}
