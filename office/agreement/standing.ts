import type { FuzzyDate } from '#db/columns.ts';
import { actsBy, first, last, unsigned } from './acts.ts';
import type { Act, ActKind, Facts, StandingState } from './agreement.ts';
import { running, type Alarms, type Running, type UnknownFact } from './running.ts';
import { force, impliesForce, lastDate, type Force } from './force.ts';
import { usualSettings } from '#office/setting/setting.ts';
import { gaps } from './gaps.ts';
import { prepared, signedByUs } from './preparation.ts';
import type { Period } from './term.ts';

/** Why the standing is what it is, as data: words are found when it is drawn. */
export type Reason = {
  readonly rule:
    | 'nothingKnown' | 'prepared' | 'dropped' | 'awaitsOurSignature'
    | 'forceUnknown' | 'awaitsDate' | 'awaitsSignatures' | 'awaitsConsent' | 'awaitsNotification'
    | 'inForceByAct' | 'inForceByDate' | 'inForceBySignature' | 'inForceByConsent' | 'inForceByLaterAct'
    | 'renewedTacitly' | 'renewedExpressly' | 'renewalUnknown' | 'noticeGiven' | 'suspended'
    | 'expiredByClock' | 'endedByNotice' | 'terminated' | 'completed' | 'replaced' | 'archived';
  readonly act: { readonly id: string; readonly kind: ActKind; readonly on: FuzzyDate | null; readonly partyId: string | null } | null;
  /** An ISO day that the reason names: the last day in force, or the first of the running period. */
  readonly day: string | null;
};

/** Where an agreement stands on a day. Days are ISO; alarms are reckoned from the earliest day that a fuzzy date allows, expiry from the latest. */
export type Standing = Alarms & {
  /** Never `renewed`: a second running period is *in force* with the period's number 2. */
  readonly state: Exclude<StandingState, 'renewed'>;
  /** Under which sign it is drawn: `renewed` from the second running period on. */
  readonly sign: StandingState;
  readonly reason: Reason;
  readonly signedOn: FuzzyDate | null;
  readonly inForceFrom: FuzzyDate | null;
  /** The running period; null before the entry into force, after the end, and where it cannot be known. */
  readonly period: Period | null;
  /** Something that a complete record has is unknown, not found, or awaited. */
  readonly incomplete: boolean;
  /** Ids of the parties whose signature is not in the register. */
  readonly unsigned: readonly string[];
  /** Acts that must have happened but were not found. */
  readonly gaps: readonly ActKind[];
  readonly unknown: readonly UnknownFact[];
};

/** Days before the last day for notice by which the City wants to have decided, until its office chooses others (office/setting). */
export const usualBuffer: number = usualSettings.decide_days;

/**
 * The standing on `today` (an ISO day), by DOMAIN section 3: acts are facts, the standing follows. Acts dated
 * after `today` do not count yet; `buffer` is in days.
 */
export function standingOn(facts: Facts, today: string, buffer = usualBuffer): Standing {
  const acts = actsBy(facts.acts, today);
  const dropped = last(acts, 'dropping');
  const wasSigned = signedByUs(facts, acts) || impliesForce(acts) || first(acts, 'ratification') !== null;
  if (dropped && !impliesForce(acts)) return outside(facts, acts, 'dropped', because('dropped', dropped));
  if (!wasSigned) return unsignedStanding(facts, acts);
  const entered = force(facts, acts, today);
  if (!entered.holds) return outside(facts, acts, 'signed', because(awaited[entered.awaits], last(acts, 'signature')));
  return inLife(facts, acts, entered, running(facts.terms, entered.on, acts, today, buffer), today);
}

function unsignedStanding(facts: Facts, acts: readonly Act[]): Standing {
  if (first(acts, 'signature')) return outside(facts, acts, 'ready_to_sign', because('awaitsOurSignature', last(acts, 'signature')));
  const { state, act } = prepared(facts, acts);
  return outside(facts, acts, state as Standing['state'], because(act ? 'prepared' : 'nothingKnown', act));
}

type Holding = Extract<Force, { holds: true }>;

function inLife(facts: Facts, acts: readonly Act[], entered: Holding, run: Running, today: string): Standing {
  const over = last(acts, 'termination', 'completion', 'replacement');
  const archived = last(acts, 'archiving');
  const ended = over && ends[over.kind];
  const base = outside(facts, acts, 'in_force', because(heldBy[entered.by], entered.act, entered.on?.earliest ?? null), entered);
  if (archived) return { ...base, ...signed('archived'), reason: because('archived', archived) };
  if (over && ended) return { ...base, ...signed(ended), reason: because(ended, over) };
  const life = { ...base, ...run.alarms, period: run.period, unknown: [...base.unknown, ...run.unknown] };
  const standing = { ...life, incomplete: life.incomplete || life.unknown.length > 0 };
  // A suspension prolongs no term, so its end comes in the pause too (decision 0029).
  if (run.endedOn) {
    const reason = because(run.notice ? 'endedByNotice' : 'expiredByClock', run.notice, run.endedOn);
    return { ...standing, ...signed('expired'), ...quiet, reason };
  }
  const pause = last(acts, 'suspension', 'resumption');
  if (pause?.kind === 'suspension') return { ...standing, ...signed('suspended'), reason: because('suspended', pause), soonIn: null };
  if (run.notice) return { ...standing, ...signed('notice_given'), reason: because('noticeGiven', run.notice, run.alarms.endsBy) };
  if (run.lapsed && run.lapsed < today) return { ...standing, reason: because('renewalUnknown', null, run.lapsed) };
  if (!run.period || run.period.number === 1) return standing;
  const renewal = last(acts, 'renewal');
  const began = run.period.startsOn?.earliest ?? null;
  return { ...standing, sign: 'renewed', reason: renewal ? because('renewedExpressly', renewal, began) : because('renewedTacitly', null, began) };
}

const quiet = { renewsOn: null, noticeBy: null, noticeEnds: null, decideBy: null, soonIn: null, decideByPassed: false } as const;
const ends: Partial<Record<ActKind, 'terminated' | 'completed' | 'replaced'>> = { termination: 'terminated', completion: 'completed', replacement: 'replaced' };
const awaited = {
  date: 'awaitsDate', signatures: 'awaitsSignatures', consent: 'awaitsConsent', notification: 'awaitsNotification', unknown: 'forceUnknown',
} as const;
const heldBy = {
  act: 'inForceByAct', date: 'inForceByDate', signature: 'inForceBySignature', consent: 'inForceByConsent', laterAct: 'inForceByLaterAct',
} as const;

function signed(state: Standing['state']): Pick<Standing, 'state' | 'sign'> {
  return { state, sign: state };
}

/** A standing without a running period. */
function outside(facts: Facts, acts: readonly Act[], state: Standing['state'], reason: Reason, entered?: Holding): Standing {
  const isSigned = first(acts, 'signature') !== null || entered !== undefined;
  const signedOn = lastDate(acts, 'signature');
  const missing = isSigned ? unsigned(acts, facts.parties).map(({ id }) => id) : [];
  const holes = gaps(facts, acts, state);
  const unknown: UnknownFact[] = [];
  if (isSigned && !signedOn) unknown.push('signedOn');
  if (reason.rule === 'forceUnknown') unknown.push('entryIntoForce');
  if (entered && !entered.on) unknown.push('inForceFrom');
  return {
    ...signed(state), reason, signedOn, inForceFrom: entered?.on ?? null, period: null, endsBy: null, endsWithin: null, ...quiet,
    incomplete: unknown.length + holes.length + missing.length > 0, unsigned: missing, gaps: holes, unknown,
  };
}

function because(rule: Reason['rule'], act: Act | null, day: string | null = null): Reason {
  return { rule, act: act && { id: act.id, kind: act.kind, on: act.on, partyId: act.partyId }, day };
}
