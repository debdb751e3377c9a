import type { GlyphName } from '#components/glyphs.tsx';
import type { Tone } from '#components/tone.ts';

type Sign = readonly [glyph: GlyphName, tone: Tone];

/** Legal state of an agreement: an open ring that fills is on the way, a full disc holds, a square is over. */
const agreement = {
  initiative: ['initiative', 'way'],
  drafting: ['drafting', 'way'],
  agreed_text: ['agreed-text', 'way'],
  council_decided: ['council-decided', 'way'],
  consent_requested: ['consent-requested', 'way'],
  consent_given: ['consent-given', 'way'],
  consent_refused: ['consent-refused', 'harm'],
  ready_to_sign: ['ready-to-sign', 'way'],
  signed: ['signed', 'way'],
  in_force: ['in-force', 'live'],
  renewed: ['renewed', 'live'],
  notice_given: ['notice-given', 'wait'],
  suspended: ['suspended', 'wait'],
  expired: ['expired', 'past'],
  completed: ['completed', 'past'],
  terminated: ['terminated', 'harm'],
  replaced: ['replaced', 'past'],
  archived: ['archived', 'past'],
  dropped: ['dropped', 'past'],
} as const satisfies Record<string, Sign>;

const membership = {
  unknown: ['v-none', 'past'],
  considered: ['drafting', 'way'],
  decided: ['council-decided', 'way'],
  applied: ['consent-requested', 'way'],
  active: ['in-force', 'live'],
  suspended: ['suspended', 'wait'],
  withdrawal_decided: ['notice-given', 'wait'],
  ended: ['completed', 'past'],
} as const satisfies Record<string, Sign>;

const project = {
  idea: ['initiative', 'way'],
  preparing: ['drafting', 'way'],
  submitted: ['consent-requested', 'way'],
  rejected: ['consent-refused', 'harm'],
  reserve: ['agreed-text', 'way'],
  approved: ['consent-given', 'way'],
  contracted: ['ready-to-sign', 'way'],
  running: ['in-force', 'live'],
  suspended: ['suspended', 'wait'],
  closing: ['notice-given', 'wait'],
  closed: ['completed', 'past'],
  cancelled: ['terminated', 'past'],
  unknown: ['v-none', 'past'],
} as const satisfies Record<string, Sign>;

const signs = { agreement, membership, project };

export type StandingNoun = keyof typeof signs;
export type StandingOf<Noun extends StandingNoun> = keyof (typeof signs)[Noun] & string;

/** Glyph and tone of one standing of one noun. */
export function signOf<Noun extends StandingNoun>(noun: Noun, standing: StandingOf<Noun>): Sign {
  const family: Record<string, Sign> = signs[noun];
  return family[standing] ?? ['v-none', 'past'];
}

export const standingsOf = (noun: StandingNoun): readonly string[] => Object.keys(signs[noun]);
