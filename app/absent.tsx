import { permanentRedirect } from 'next/navigation';
import { answer, missing } from '#app/answer.ts';
import { LocalTextView } from '#components/local-text.tsx';
import { Missing } from '#components/frame/missing.tsx';
import { Withdrawn } from '#components/frame/withdrawn.tsx';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import { writeInstant } from '#messages/dates.ts';
import { addressNow } from '#office/forwarding.ts';
import { publicFolder } from '#office/organisation/organisation.ts';
import type { Addressed } from '#office/permission.ts';

export type WithdrawnRecord = { title: LocalText | null; code: string; withdrawnAt: Date | null; reason: LocalText | null };
type Register = Parameters<typeof Withdrawn>[0]['register'];

/**
 * What stands where no record does: an older address, one of a record that was merged into another, and a name that an
 * organisation had before forward for good (308), a withdrawn record says so with its reason (410), and everything
 * else, also what the reader may not know of, is not there (404). `register` is the way on.
 */
export async function absent({ form, noun, register, slug, withdrawn }: {
  form: WrittenForm; noun: Addressed; register: Register; slug: string; withdrawn: WithdrawnRecord | null;
}) {
  const now = await addressNow(noun, slug);
  if (now) permanentRedirect(`/${form}/${folderOf(noun, now.kind)}/${now.slug}`);
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

function folderOf(noun: Addressed, kind: string | null): string {
  return noun === 'organisation' ? publicFolder(kind) : `${noun}s`;
}
