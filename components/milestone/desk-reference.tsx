import { LocalTextView } from '#components/local-text.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Reference } from '#office/reference.ts';

/** The address of a record in the workspace. */
export type HrefOf = (noun: Reference['noun'], id: string) => string;

/** A record that a milestone belongs to, by its name, as a link to its page in the workspace. */
export function DeskReference({ to, form, hrefOf }: { to: Reference; form: WrittenForm; hrefOf: HrefOf }) {
  return <a href={hrefOf(to.noun, to.id)}><LocalTextView text={to.name} form={form} say="elsewhere" /></a>;
}
