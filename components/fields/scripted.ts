'use client';
import { useSyncExternalStore } from 'react';

/** Whether scripts run: false in what the server draws, so that what only they can do is offered once they are there. */
export function useScripted(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}

function never(): () => void {
  return () => undefined;
}
