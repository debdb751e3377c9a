import { useTranslations } from 'next-intl';
import type { EntryFormProps } from '#components/form.tsx';
import { OnePressForm } from '#components/milestone/one-press-form.tsx';
import { Table } from '#components/table.tsx';
import { writeInstant } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { LetterState } from '#office/mail/mail.ts';
import type { LetterLine } from '#office/mail/read.ts';

type Props = { letters: readonly LetterLine[]; state: LetterState; /** Nobody can send a letter where none go out. */ mail: 'on' | 'off'; form: WrittenForm; send: EntryFormProps['action']; drop: EntryFormProps['action'] };

/** Letters in one state: never what they say. */
export function LetterTable({ letters, state, mail, form, send, drop }: Props) {
  const t = useTranslations('outbox');
  const columns = (['kind', 'to', 'at', 'how', ...(state === 'sent' ? [] : ['acts' as const])] as const).map((key) => ({ key, label: t(`columns.${key}`) }));
  return (
    <Table caption={t('caption', { state: t(`states.${state}`) })} columns={columns}>
      {letters.map((letter) => {
        const named = t('of', { kind: t(`kinds.${letter.kind}`), to: letter.to ?? t('somebody') });
        return (
          <tr key={letter.id}>
            <th scope="row">{t(`kinds.${letter.kind}`)}</th>
            <td data-label={t('columns.to')}>{letter.to ?? t('somebody')}</td>
            <td data-label={t('columns.at')} className="num">{writeInstant(letter.at, form, 'table')}</td>
            <td data-label={t('columns.how')}><How letter={letter} form={form} /></td>
            {state === 'sent' ? null : (
              <td data-label={t('columns.acts')}>
                <div className="btns">
                  {letter.mayGo && mail === 'on' ? <OnePressForm action={send} words={t('send')} of={named} hidden={{ letter: letter.id }} /> : null}
                  {state === 'lapsed' ? null : !letter.mayDrop ? <small className="soft">{t('firm')}</small> : <OnePressForm action={drop} words={t('drop')} of={named} hidden={{ letter: letter.id }} />}
                </div>
              </td>
            )}
          </tr>
        );
      })}
    </Table>
  );
}

function How({ letter: { state, sentAt, fault, reply, tries, nextAt }, form }: { letter: LetterLine; form: WrittenForm }) {
  const t = useTranslations('outbox');
  if (sentAt) return t('faults.sent', { when: writeInstant(sentAt, form, 'table') });
  return (
    <>
      {t(`faults.${fault ?? 'none'}`)}
      {reply ? <small> {t('reply', { reply: String(reply) })}</small> : null}
      {state === 'waits' && tries > 0 ? <small> {t('tried', { count: tries, when: writeInstant(nextAt, form, 'table') })}</small> : null}
    </>
  );
}
