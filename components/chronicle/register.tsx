import { useTranslations } from 'next-intl';
import { Tick, type Facet } from '#components/facets.tsx';
import { listAddress, type AskedList } from '#components/list-address.ts';
import { NarrowedList } from '#components/narrowed-list.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { byYear, chronicleTypes, narrowed, sum, type Narrowed } from '#office/chronicle/chronicle.ts';
import type { Chronicle } from '#office/chronicle/read.ts';
import { ChronicleList } from './list.tsx';
import { ChronicleYears } from './years.tsx';

type Asked = Required<Narrowed> & { q?: string; perPage: number };
type Props = {
  list: Chronicle; asked: Asked; strange: Parameters<typeof NarrowedList>[0]['strange']; perPageChoices: readonly number[]; form: WrittenForm;
  /** ISO day. */
  today: string;
};

/** The chronicle: the years as a drawing, then the list that type, year and words narrow. */
export function ChronicleRegister({ list, asked, strange, perPageChoices, form, today }: Props) {
  const t = useTranslations('milestones');
  const action = `/${form}/milestones`;
  const address = addressed(asked, perPageChoices);
  const ofTypes = narrowed(list.counted, { types: asked.types });
  return (
    <>
      {list.page > 1 ? null : <ChronicleYears counted={ofTypes} now={Number(today.slice(0, 4))} hrefOf={(year) => listAddress(action, address, { year: [String(year)], undated: [] })} />}
      <NarrowedList
        action={action} asked={address} strange={strange} facets={useFacets(list, asked)} list={list} perPage={{ chosen: asked.perPage, choices: perPageChoices }}
        boxes={<UndatedBox count={sum(ofTypes.filter(({ year }) => year === null))} chosen={asked.undated} />}
        ticked={asked.undated ? [{ name: 'undated', label: t('undatedBox') }] : []}
        words={{ count: t('count', { count: list.total }), search: t('search'), none: t('none'), all: t('all') }}
      >
        <ChronicleList lines={list.lines} form={form} today={today} />
      </NarrowedList>
      <p className="sec-note chron-feeds">
        {t.rich('subscribe', {
          calendar: (words) => <a href={`${action}.ics`} type="text/calendar">{words}</a>, feed: (words) => <a href={`/${form}/feed.atom`} type="application/atom+xml">{words}</a>,
        })}
      </p>
    </>
  );
}

function UndatedBox({ count, chosen }: { count: number; chosen: boolean }) {
  const t = useTranslations('milestones');
  return (
    <fieldset>
      <legend>{t('facet.date')}</legend>
      <Tick name="undated" value="1" label={t('undatedBox')} count={count} chosen={chosen} />
    </fieldset>
  );
}

/** Each facet counts what stands under the other choices; types that have nothing at all are left out. */
function useFacets({ counted }: Chronicle, { types, years, undated }: Asked): Facet[] {
  const t = useTranslations('milestones.facet');
  const words = useTranslations('vocabulary.chronicleType');
  const inTime = narrowed(counted, { years, undated });
  const held = chronicleTypes.filter((type) => counted.some((one) => one.type === type));
  const count = new Map(byYear(narrowed(counted, { types })).map((one) => [one.year, one.count]));
  return [
    { name: 'type', legend: t('type'), options: held.map((type) => ({ value: type, label: words(type), count: sum(inTime.filter((one) => one.type === type)), chosen: types.includes(type) })) },
    { name: 'year', legend: t('year'), options: byYear(counted).map(({ year }) => ({ value: String(year), label: String(year), count: count.get(year) ?? 0, chosen: years.includes(year) })) },
  ].filter(({ options }) => options.length > 0);
}

function addressed({ q, types, years, undated, perPage }: Asked, [usual]: readonly number[]): AskedList {
  return {
    ...(q ? { q: [q] } : {}), type: [...types], year: years.map(String), undated: undated ? ['1'] : [], 'per-page': perPage === usual ? [] : [String(perPage)],
  };
}
