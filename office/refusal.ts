import type { Refused } from './outcome.ts';

/** Thrown inside the gate's transaction so that everything rolls back; the gate turns it into its outcome. */
export class Refusal extends Error {
  readonly outcome: Refused;
  constructor(outcome: Refused) {
    super('refused');
    this.outcome = outcome;
  }
}
