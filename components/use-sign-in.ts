'use client';
import { useState, useTransition } from 'react';
import { useIssueWords } from '#components/form-face.ts';
import { untouched } from '#office/outcome.ts';
import type { Act } from '#components/sending.ts';

/** Signs the person `who` in again by an act that gives the page back; `then` once it is done. Answers with what was wrong, in words. */
export function useSignIn(act: Act | null, who: string, then: () => void): { wrong: readonly string[]; pending: boolean; enter: (data: FormData) => void } {
  const words = useIssueWords();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [pending, start] = useTransition();
  const enter = (data: FormData): void => {
    if (pending || !act) return;
    data.set('who', who);
    start(async () => {
      const state = await act(untouched, data).catch(() => ({ ...untouched, issues: [{ field: '', rule: 'unreachable' }] }));
      setWrong([...new Set(state.issues.map(words))]);
      if (state.told) then();
    });
  };
  return { wrong, pending, enter };
}
