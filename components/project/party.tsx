import { useTranslations } from 'next-intl';
import { KeptFields, type Kept } from '#components/kept.tsx';

type PartyProps = { action: string; chosen: string; kept: Kept; options: readonly { value: string; label: string }[] };

/** Narrows the list to what one organisation takes part in: a select with its own button, so that it works without a script. */
export function ProjectParty({ action, chosen, kept, options }: PartyProps) {
  const t = useTranslations('projects.party');
  return (
    <form className="sort" action={action} method="get">
      <KeptFields kept={kept} />
      <label htmlFor="party">{t('label')}</label>
      <select className="in" id="party" name="party" key={chosen} defaultValue={chosen}>
        <option value="">{t('any')}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
      <button className="btn btn-line btn-sm" type="submit">{t('apply')}</button>
    </form>
  );
}
