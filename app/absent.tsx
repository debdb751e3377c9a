import { permanentRedirect } from 'next/navigation';
import { answer, missing } from '#app/answer.ts';
import { LocalTextView } from '#components/local-text.tsx';
import { Missing } from '#components/frame/missing.tsx';
import { Withdrawn } from '#components/frame/withdrawn.tsx';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import { writeInstant } from '#messages/dates.ts';
import { slugNow } from '#office/naming.ts';
import type { Noun } from '#office/permission.ts';

export type WithdrawnRecord = { title: LocalText | null; code: string; withdrawnAt: Date | null; reason: LocalText | null };
type Register = Parameters<typeof Withdrawn>[0]['register'];

/**
 * What stands where no record does: an older slug forwards for good (308), a withdrawn record says so with
 * its reason (410), and everything else, also what the reader may not know of, is not there (404).
 */
export async function absent({ form, noun, register, slug, withdrawn }: {
  form: WrittenForm; noun: Noun; register: Register; slug: string; withdrawn: WithdrawnRecord | null;
}) {
  const slugToday = withdrawn ? null : await slugNow(noun, slug);
  if (slugToday) permanentRedirect(`/${form}/${register}/${slugToday}`);
  if (!withdrawn) {
    missing();
    return <Missing form={form} />;
  }
  answer(410);
  return (
    <Withdrawn
      form={form} register={register} code={withdrawn.code}
      title={<LocalTextView text={withdrawn.title} form={form} />}
      day={withdrawn.withdrawnAt ? writeInstant(withdrawn.withdrawnAt, form) : ''}
      reason={<LocalTextView text={withdrawn.reason} form={form} />}
    />
  );
}
