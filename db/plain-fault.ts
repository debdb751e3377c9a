/**
 * What an error says, in one line for the log. Never what was asked or typed: a failed query's own message holds its values, so of that
 * the error behind it speaks, with its code; and where a value could not be taken (SQLSTATE 22…, JSON that is none), what is quoted of it is left out.
 */
export function plainFault(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  return [...behind(fault) === fault ? [] : [codeOf(behind(fault))], wordsOf(behind(fault))].filter(Boolean).join(' ');
}

/** The same of what lies deepest, with its code and the place in our code where it arose: for what nobody foresaw. */
export function placedFault(fault: unknown): string {
  const root = rootOf(fault);
  if (!(root instanceof Error)) return 'unknown';
  const place = root.stack?.split('\n').find((line) => line.startsWith('    at '))?.trim();
  return [codeOf(root), wordsOf(root), place].filter(Boolean).join(' ');
}

/** What speaks for a failed query, and for a list of errors: the first that has words of its own. */
function behind(fault: Error): Error {
  const [first] = causesOf(fault);
  return first instanceof Error && (fault instanceof AggregateError || isFailedQuery(fault)) ? behind(first) : fault;
}

function rootOf(fault: unknown): unknown {
  if (!(fault instanceof Error)) return fault;
  const [first] = causesOf(fault);
  return first instanceof Error ? rootOf(first) : fault;
}

function causesOf(fault: Error): unknown[] {
  return fault instanceof AggregateError ? fault.errors : [fault.cause];
}

function isFailedQuery(fault: Error): boolean {
  return 'params' in fault || fault.message.startsWith('Failed query');
}

function codeOf(fault: Error): string | undefined {
  return (fault as { code?: string }).code;
}

function wordsOf(fault: Error): string {
  if (isFailedQuery(fault)) return 'Failed query';
  const words = fault.message.replace(/\s*\n\s*/g, ' ');
  const quotes = fault instanceof SyntaxError || /^22...$/.test(codeOf(fault) ?? '');
  return quotes ? words.replace(/:? *\.{0,3}["'].*["']\.{0,3}/, ' …') : words;
}
