'use client';
import { useState, useTransition } from 'react';
import { useIssueWords } from '#components/form-face.ts';
import { untouched } from '#office/outcome.ts';
import type { Act } from '#components/sending.ts';

/** The two acts that sign in again: by the password, and by the code that may be asked for then. */
export type Steps = { readonly enterAgain: Act; readonly enterCodeAgain: Act };
type Signing = { readonly step: 'password' | 'code'; readonly wrong: readonly string[]; readonly pending: boolean; readonly enter: (data: FormData) => void; readonly begin: () => void };

/** Signs the person `who` in again by acts that give the page back; `then` once it is done. Answers with the step and with what was wrong, in words. */
export function useSignIn(steps: Steps | null, who: string, then: () => void): Signing {
  const words = useIssueWords();
  const [step, setStep] = useState<Signing['step']>('password');
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [pending, start] = useTransition();
  const begin = (): void => {
    setStep('password');
    setWrong([]);
  };
  const enter = (data: FormData): void => {
    if (pending || !steps) return;
    data.set('who', who);
    const act = step === 'password' ? steps.enterAgain : steps.enterCodeAgain;
    start(async () => {
      const state = await act(untouched, data).catch(() => ({ ...untouched, issues: [{ field: '', rule: 'unreachable' }] }));
      setWrong([...new Set(state.issues.map(words))]);
      // The first step may be too old by now: it begins anew.
      if (state.issues.some(({ rule }) => rule === 'halfGone')) setStep('password');
      if (state.told === 'half') setStep('code');
      if (state.told === 'in') {
        setStep('password');
        then();
      }
    });
  };
  return { step, wrong, pending, enter, begin };
}
