// The package ships no types; these are the parts of it that we use.
declare module 'edtf' {
  export type ParsedDate = {
    type: string;
    level: number;
    values: number[];
    approximate?: boolean | number;
    uncertain?: boolean | number;
    unspecified?: number;
  };
  export type ParsedInterval = { type: 'Interval'; level: number; values: (ParsedDate | number | null)[] };
  export function parse(text: string, constraints?: { level?: number; types?: string[] }): ParsedDate | ParsedInterval;
  /** `min` and `max` are the first and the last millisecond in UTC. */
  export default function edtf(parsed: ParsedDate): { min: number; max: number };
}
