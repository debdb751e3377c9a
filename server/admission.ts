/** Waits for its turn; what it answers with gives the turn back, and may be called more than once. */
export type Admission = () => Promise<() => void>;

/**
 * Lets `atOnce` in at the same time; others wait in the order in which they came. A turn that is not given back is over after
 * `longest` milliseconds, so that one which never ends shuts nobody out.
 */
export function openAdmission({ atOnce, longest }: { atOnce: number; longest: number }): Admission {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  const next = (): void => {
    const first = waiting.shift();
    if (first) first();
    else free += 1;
  };
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => { waiting.push(resolve); });
    let held = true;
    const leave = (): void => {
      if (held) next();
      held = false;
      clearTimeout(late);
    };
    const late = setTimeout(leave, longest);
    return leave;
  };
}
