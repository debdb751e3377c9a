import { recordHistory } from '#app/record-history.ts';
import { publicAddressOf } from '#app/shown.ts';
import { CiteAndShare } from '#components/record/cite.tsx';
import { PublicRecordHistory } from '#components/record/public-history.tsx';
import { textIn, type LocalText, type WrittenForm } from '#messages/local-text.ts';
import type { PublicHistory } from '#office/audit/public-history.ts';
import type { Noun } from '#office/permission.ts';

type End = {
  form: WrittenForm; today: string;
  /** What follows the written form („/networks/ecad“). */
  path: string;
  title: LocalText | null; code: string;
  /** The record that the page is about; of a network also the City's membership. */
  of: readonly { noun: Noun; id: string }[];
};

/** The end of every public record: its public history, how to cite it, its permanent address. */
export async function RecordEnd({ form, today, path, title, code, of }: End) {
  const histories = await Promise.all(of.map(({ noun, id }) => recordHistory(noun, id)));
  return (
    <>
      <PublicRecordHistory history={together(histories)} form={form} about={of.length > 1 ? 'several records' : 'one record'} />
      <CiteAndShare title={textIn(title, form) || code} code={code} address={publicAddressOf(form, path)} form={form} today={today} />
    </>
  );
}

function together(histories: readonly PublicHistory[]): PublicHistory {
  const facts = histories.flatMap((one) => one.facts);
  return {
    facts: facts.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)),
    earlier: histories.reduce((sum, one) => sum + one.earlier, 0),
  };
}
