import type { OfferGroup } from '#components/desk/offer.ts';

/** What the palette offers, as links under their headings. */
export function PaletteList({ groups }: { groups: readonly OfferGroup[] }) {
  return (
    <div className="palette-list">
      {groups.map(({ key, heading, offers }) => (
        <section key={key}>
          <h2>{heading}</h2>
          <ul className="todo">
            {offers.map(({ id, label, lang, note, code, href }) => (
              <li key={id}>
                <div><a href={href} lang={lang}>{label}</a>{note ? <small>{note}</small> : null}</div>
                <span className="code soft">{code}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
