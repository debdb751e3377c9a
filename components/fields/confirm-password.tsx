'use client';
import type { FormState } from '#office/outcome.ts';
import { SecretField } from '#components/fields/secret-field.tsx';

/** The password once more, first in a form that came back for it: the rest of it stands as it was typed. */
export function ConfirmPassword({ state }: { state: FormState }) {
  if (!state.issues.some(({ field }) => field === 'confirmPassword')) return null;
  return <SecretField name="confirmPassword" autoComplete="current-password" />;
}
