import { writeDate, type DateStyle } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { Unknown, type UnknownThing } from '#components/unknown.tsx';

type Props = { edtf: string | null | undefined; form: WrittenForm; look?: DateStyle; unknown?: UnknownThing };

/** A date exactly as well as it is known; an unknown one is said in words. */
export function FuzzyDateView({ edtf, form, look, unknown = 'date' }: Props) {
  return edtf ? <span className="num">{writeDate(edtf, form, look)}</span> : <Unknown what={unknown} />;
}
