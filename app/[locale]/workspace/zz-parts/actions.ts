'use server';
import type { FormState } from '#office/outcome.ts';
export async function post(_: FormState, data: FormData): Promise<FormState> {
  const values: Record<string, string[]> = {};
  for (const [k, v] of data) if (typeof v === 'string' && !k.startsWith('$ACTION')) (values[k] ??= []).push(v);
  const again = values.again?.[0];
  if (again) { values[`${again}.rows`] = [String(Number(values[`${again}.rows`]?.[0] ?? 0) + 1)]; return { status: null, issues: [], values, conflict: null }; }
  if (values.email?.[0] === 'conflict') return { status: 409, issues: [{ field: '', rule: 'stale' }], values, conflict: { version: 7, stored: { ...values, type: ['a'], email: ['theirs@x'], 'title.sr-Cyrl': ['Њихов'], 'date.year': ['2001'] } } };
  return { status: 422, issues: [{ field: 'email', rule: 'notAnEmail' }, { field: 'date.year', rule: 'inFuture', values: { today: '2026-11-21' } }], values, conflict: null };
}
