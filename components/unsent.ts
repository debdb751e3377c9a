'use client';
import { createContext, use } from 'react';
import type { FormState, FormValues } from '#office/outcome.ts';

/** One form that the reader has filled in and not sent; `savedAt` as ISO instant. */
export type UnsentDraft = { readonly place: string; readonly typed: FormValues; readonly savedAt: string };

/** What the frame of the workspace tells every form of its page. */
export type Desk = {
  /** The page that `drafts` belong to (`pagePlace`); another one was opened since where they differ. */
  readonly page: string;
  readonly drafts: readonly UnsentDraft[];
  /** The page was asked to open its form with what was not sent. */
  readonly resumed: boolean;
  /** The address that was asked for, which may name one of several texts of a form. */
  readonly asked: string;
  /** Who is signed in, by id, and the mark by which the server knows whose form this is. */
  readonly who: string;
  readonly holder: string;
  /** Throws an unsent form away, where there are no scripts. */
  readonly discard: (state: FormState, data: FormData) => Promise<FormState>;
  /** Signs the same person in again, without leaving the page. */
  readonly enterAgain: (state: FormState, data: FormData) => Promise<FormState>;
  /** The second step of that, where a code is asked for. */
  readonly enterCodeAgain: (state: FormState, data: FormData) => Promise<FormState>;
};

export const DeskContext = createContext<Desk | null>(null);

/** Null for forms outside of the workspace: those are never kept. */
export function useDesk(): Desk | null {
  return use(DeskContext);
}
