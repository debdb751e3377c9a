'use client';
import { createContext, use, type ReactNode } from 'react';
import type { FormState } from '#office/outcome.ts';

type Act = (state: FormState, data: FormData) => Promise<FormState>;
export type SpotActions = Partial<Record<'organisation' | 'programme' | 'project' | 'agreement', Act>>;

const SpotContext = createContext<SpotActions>({});

/** Gives the pickers of a page the acts by which a record is laid down on the spot. */
export function SpotDrafts({ actions, children }: { actions: SpotActions; children: ReactNode }) {
  return <SpotContext value={actions}>{children}</SpotContext>;
}

export function useSpotActions(): SpotActions {
  return use(SpotContext);
}
