'use client';
import { useState, useTransition } from 'react';
import { useRouter } from 'next/navigation';
import { untouched, type FormState } from '#office/outcome.ts';
import { weightOf } from '#components/typed-fields.ts';

export type Act = (state: FormState, data: FormData) => Promise<FormState>;

type Told = { readonly took: () => void; readonly refused: (state: FormState) => void };

/** What the door reads of one post, in bytes, with room for what surrounds the fields. */
const most = 1_000_000;
/** Milliseconds after which a line without an answer counts as lost; the server itself answers within ten seconds. */
const patience = 15_000;

/**
 * Sends a form to its act by script and leaves the form as it stands: what is typed until the answer comes is not drawn over.
 * `took` when the act was done, and the next page is on its way (`gone`); `refused` with issues, or where there was no answer at all.
 */
export function useSending(act: Act, { took, refused }: Told): { pending: boolean; gone: boolean; send: (data: FormData) => void } {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [gone, setGone] = useState(false);
  const send = (data: FormData): void => {
    if (pending || gone) return;
    if (weightOf(data) > most) refused(failed('tooMuchText'));
    else start(async () => {
      data.set('going', 'self');
      const state = await answerTo(act, data);
      if (state && !state.told && !state.went) return refused(state);
      setGone(!state?.told);
      took();
      if (state?.told) refused(state);
      if (state?.went) start(() => router.push(state.went!));
    });
  };
  return { pending: pending || gone, gone, send };
}

/** Null where the act was done and Next goes on: it tells that by throwing the redirect, which its router follows by itself. */
async function answerTo(act: Act, data: FormData): Promise<FormState | null> {
  const late = Promise.withResolvers<FormState>();
  const timer = setTimeout(() => late.resolve(failed('unreachable')), patience);
  try {
    return await Promise.race([act(untouched, data), late.promise]);
  } catch (fault) {
    return isRedirect(fault) ? null : failed('unreachable');
  } finally {
    clearTimeout(timer);
  }
}

function failed(rule: string): FormState {
  return { status: null, issues: [{ field: '', rule }], values: null, conflict: null };
}

function isRedirect(fault: unknown): boolean {
  return typeof fault === 'object' && fault !== null && 'digest' in fault && String(fault.digest).startsWith('NEXT_REDIRECT');
}
