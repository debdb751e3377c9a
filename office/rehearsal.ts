import { rehearse } from '#db/client.ts';
import { systemViewer, type System } from './viewer.ts';

/**
 * Tries an act out and forgets it: all that `act` does and sees is one transaction of which nothing stays. It is done by nobody's
 * right, since it is nobody's act; who may see what comes of it, the caller has asked before.
 */
export function inRehearsal<T>(act: (asSystem: System) => Promise<T>): Promise<T> {
  return rehearse(() => act(systemViewer));
}
