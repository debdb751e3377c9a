/** The grammatical gender by which Serbian states agree with a noun; `plural` is feminine plural („измене и допуне“). */
export type Gender = 'masculine' | 'feminine' | 'neuter' | 'plural';

const genders: Readonly<Record<string, Gender>> = {
  twinning_charter: 'feminine',
  declaration: 'feminine',
  accession_decision: 'feminine',
  milestone: 'feminine',
  letter_of_intent: 'neuter',
  termination_notice: 'neuter',
  membership: 'neuter',
  amendment: 'plural',
};

/** The gender of an agreement type's or a record's Serbian word; споразум, меморандум, протокол and the rest are masculine. */
export function genderOf(code: string): Gender {
  return genders[code] ?? 'masculine';
}
