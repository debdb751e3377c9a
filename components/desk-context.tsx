'use client';
import type { ReactNode } from 'react';
import { DeskContext, type Desk } from '#components/unsent.ts';

/** Tells every form of the workspace whose it is, and what was left unsent on its page. */
export function DeskForms({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}
