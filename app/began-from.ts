import { deskAddress } from '#components/desk-address.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { referred, type Referred } from '#office/referred.ts';
import { one, type PageProps } from './shown.ts';

/** The record from which a reader began another one; the new one's form stands filled in with it, and leaving the form leads back there. */
export type Began = { readonly noun: Referred; readonly id: string };
type Asked = Awaited<PageProps['searchParams']>;

/** The record that the address names: `?agreement=<id>`, one of these nouns. */
export function beganFrom(asked: Asked, nouns: readonly Referred[]): Began | null {
  return nouns.map((noun) => named(noun, one(asked[noun]))).find((began) => began !== null) ?? null;
}

/** The same where it is named with its noun: `?record=agreement:<id>`. */
export function beganFromAny(asked: string | string[] | undefined): Began | null {
  const [noun, id] = (one(asked) ?? '').split(':');
  return named(referred.find((known) => known === noun), id);
}

/** Where „Одустани“ leads: the record, or else the register of what is begun. */
export function placeBefore(form: WrittenForm, register: string, began: Began | null): string {
  return began ? deskAddress(form, began.noun, began.id) : `/${form}/workspace/${register}`;
}

function named(noun: Referred | undefined, id: string | undefined): Began | null {
  return noun && id && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { noun, id } : null;
}
