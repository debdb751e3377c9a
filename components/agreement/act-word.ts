import { decidedByAssembly } from '#office/agreement/agreement.ts';

/**
 * The key under which a vocabulary of agreements' acts names this one. A decision is called the assembly's only where the
 * agreement's procedure asks for hers; where another body decides, and where nobody knows which, it is the competent body's.
 */
export function actWord<Kind extends string>(kind: Kind, { procedure }: { readonly procedure: string | null }): Kind | 'body_decision' {
  return kind === 'council_decision' && !decidedByAssembly(procedure) ? 'body_decision' : kind;
}
