import type { FormValues, Issue } from '#office/outcome.ts';
import { longestReason } from '#office/proposal/proposal.ts';

/** The statuses with which files are refused. */
export const refusedStatuses = [400, 403, 404, 409, 413, 422, 500, 503, 507] as const;
export type RefusedStatus = (typeof refusedStatuses)[number];

/** What is chosen beside the files: short, and no words of anybody's, so that the address may carry it. */
export const chosenFields = ['role', 'language', 'replacesId'] as const;

/** The same read back. */
export function chosenNamed(names: readonly string[]): FormValues {
  return Object.fromEntries(names.slice(0, chosenFields.length).flatMap((text) => {
    const [name = '', value = ''] = text.split(':', 2);
    return chosenFields.some((known) => known === name) ? [[name, [value]]] : [];
  }));
}

const most = { issues: 3, name: 60 };

/** Issues as the address of the form carries them to a browser without scripts: rule, field, and the name of the file. */
export function issueNames(issues: readonly Issue[]): string[] {
  return issues.slice(0, most.issues).map(({ rule, field, values }) => [rule, field, [...String(values?.name ?? '')].slice(0, most.name).join('')].join(':'));
}

/** The same read back. Only rules of this form are believed, since anybody can write an address. */
export function issuesNamed(names: readonly string[], values: Readonly<Record<string, number>>): Issue[] {
  return names.slice(0, most.issues).flatMap((text) => {
    const [rule = '', field = '', ...name] = text.split(':');
    return rules.has(rule) && fields.has(field) ? [{ field, rule, values: { ...values, ...(rule === 'tooLong' ? { max: longestReason } : {}), name: name.join(':').slice(0, most.name) } }] : [];
  });
}

const fields = new Set(['', 'files', 'role', 'language', 'replacesId', 'absentReason', 'absentReason.sr-Cyrl', 'absentReason.en', 'proposalReason']);
const rules = new Set([
  'fileMissing', 'fileKind', 'fileTooLarge', 'fileEmpty', 'fileMislabelled', 'fileBroken', 'fileLocked', 'fileMacros', 'fileTooDeep', 'fileHarmful', 'scannerAway', 'fileTwice', 'fileOneOnly',
  'tooManyFiles', 'uploadBroken', 'noRoom', 'staleFiles', 'notFound', 'notAllowed', 'required', 'notAChoice', 'fault', 'neededToPublish', 'englishOrWaiver', 'tooLong', 'anotherPerson',
]);
