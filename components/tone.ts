/** Families of state: on the way, holds, waits, harm or lateness, past. Each has a colour pair in the tokens. */
export type Tone = 'way' | 'live' | 'wait' | 'harm' | 'past';
