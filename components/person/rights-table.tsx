import { useTranslations } from 'next-intl';
import { Glyph } from '#components/glyph.tsx';
import { permits, type Action, type Subject } from '#office/permission.ts';
import type { Role } from '#db/schema/person.ts';
import type { Staff } from '#office/viewer.ts';

const roles = ['contributor', 'editor', 'publisher', 'admin'] as const satisfies readonly Role[];
const me = '00000000-0000-4000-8000-000000000001';
const other = '00000000-0000-4000-8000-000000000002';

/** One row of the table asks the same function that the gate asks, so it cannot say anything else. */
const rows: readonly { word: string; action: Action; publication: Subject['publication'] }[] = [
  { word: 'draft', action: 'agreement.draft', publication: 'draft' },
  { word: 'reviseDraft', action: 'agreement.revise', publication: 'draft' },
  { word: 'submit', action: 'agreement.submit', publication: 'draft' },
  { word: 'sign', action: 'agreement.sign', publication: 'draft' },
  { word: 'milestones', action: 'milestone.complete', publication: 'draft' },
  { word: 'verify', action: 'agreement.verify', publication: 'draft' },
  { word: 'revisePublished', action: 'agreement.revise', publication: 'published' },
  { word: 'publish', action: 'agreement.publish', publication: 'draft' },
  { word: 'schedule', action: 'agreement.schedule', publication: 'draft' },
  { word: 'withdraw', action: 'agreement.withdraw', publication: 'published' },
  { word: 'people', action: 'person.invite', publication: 'draft' },
  { word: 'grant', action: 'person.grant', publication: 'draft' },
];

/** Who may do what, read from the permission table itself. */
export function RightsTable() {
  const t = useTranslations('people');
  const role = useTranslations('vocabulary.role');
  return (
    <section className="scroll" aria-label={t('rights')} tabIndex={0}>
      <table className="grid matrix">
        <caption className="hide">{t('rights')}</caption>
        <thead><tr><th scope="col">{t('act')}</th>{roles.map((one) => <th scope="col" key={one}>{role(one)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.word}>
              <th scope="row">{t(`acts.${row.word}`)}</th>
              {roles.map((one) => <td key={one}><Can answer={answerFor(one, row)} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Answer = 'yes' | 'own' | 'no';

function answerFor(role: Role, { action, publication }: (typeof rows)[number]): Answer {
  const viewer: Staff = { kind: 'staff', id: me, name: '', writtenForm: 'sr-Cyrl', sessionHash: null, grants: [{ role, noun: null, recordId: null }] };
  const fresh = action.endsWith('.draft') || action === 'person.invite';
  const may = (createdBy: string) => permits(viewer, action, fresh ? null : { id: other, createdBy, publication });
  if (may(other)) return 'yes';
  return may(me) ? 'own' : 'no';
}

function Can({ answer }: { answer: Answer }) {
  const t = useTranslations('people.can');
  const glyphs = { yes: 'can-yes', own: 'can-own', no: 'can-no' } as const;
  return <span className={`can can-${answer}`}><Glyph name={glyphs[answer]} />{t(answer)}</span>;
}
