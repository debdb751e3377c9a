import { agreement, agreementAct } from '#db/schema/agreement.ts';
import { change } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { systemViewer } from '#office/viewer.ts';
import { accepted } from '../verbs.ts';
import { put, text } from './search-ground.ts';

/** An agreement in force for so many months, which began on this day. */
export async function inForce(code: string, began: string, terms: object = {}): Promise<string> {
  const on = parseFuzzyDate(began);
  const id = await put('agreement', { code, title: text(`Споразум ${code}`), publication: 'published', termMonths: 12, renewal: 'none', ...terms });
  accepted(await change(systemViewer, { action: 'agreement.recordAct', table: agreement, id }, async (pen) => {
    await pen.revise(agreement, { registryNo: code });
    await pen.replaceParts(agreementAct, agreementAct.agreementId, [{ kind: 'signature', on }, { kind: 'entry_into_force', on }]);
  }));
  return id;
}
