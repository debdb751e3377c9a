'use client';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useCombobox } from 'downshift';
import type { Offer } from '#components/desk/offer.ts';
import { usePaletteOffers } from '#components/desk/use-palette-offers.ts';

export type PaletteWords = { readonly heading: string; readonly label: string; readonly search: string; readonly close: string; readonly nothing: string; readonly away: string; readonly waiting: string; readonly how: string; readonly found: string };
export type PaletteProps = { readonly path: string; readonly person: string; readonly words: PaletteWords; readonly onClose: () => void };

/** Finds any record and any act by typing. A dialog over the page; when it closes, the focus is where it was. */
export function Palette({ path, person, words, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { groups, state, ask } = usePaletteOffers(path, person);
  const offers = groups.flatMap((group) => group.offers);
  const { getInputProps, getMenuProps, getItemProps, getLabelProps, highlightedIndex, inputValue } = useCombobox<Offer>({
    id: 'palette', items: offers, isOpen: true, defaultHighlightedIndex: 0, itemToString: () => '', inputId: 'palette-q',
    onInputValueChange: (changes) => ask(changes.inputValue),
    onSelectedItemChange: ({ selectedItem }) => { if (selectedItem) window.location.assign(selectedItem.href); },
    // What was typed stays, whatever is chosen: the page that is chosen comes in its place.
    // And nothing is chosen by going away: closing the dialog takes the focus from the box.
    stateReducer: (before, { changes, type }) => {
      if (type === useCombobox.stateChangeTypes.InputBlur) return before;
      return type === useCombobox.stateChangeTypes.InputChange ? changes : { ...changes, inputValue: before.inputValue };
    },
  });
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.currentTarget.closest('dialog')?.close();
    // Nothing is offered yet: then the form goes to the page of the palette.
    if (event.key === 'Enter' && offers.length === 0) (event.nativeEvent as { preventDownshiftDefault?: boolean }).preventDownshiftDefault = true;
  };
  const told = state === 'away' ? words.away : state === 'waiting' ? words.waiting : offers.length === 0 ? words.nothing : words.found.replace('#', String(offers.length));
  return (
    <dialog ref={dialog} className="palette palette-over" aria-labelledby="palette-heading" closedby="any" onClose={onClose}>
      <h2 className="hide" id="palette-heading">{words.heading}</h2>
      <form className="find palette-find" action={`${path}/palette`} onSubmit={(event) => { if (offers[highlightedIndex]) event.preventDefault(); }}>
        <label className="hide" {...getLabelProps()}>{words.label}</label>
        <input {...getInputProps({ onKeyDown })} name="q" autoComplete="off" maxLength={200} placeholder={words.label} />
        <button type="button" onClick={() => dialog.current?.close()}>{words.close}</button>
      </form>
      <output className="hide">{told}</output>
      <div className="palette-list" {...getMenuProps({ 'aria-label': words.heading })}>
        {groups.map(({ key, heading, offers: some }) => (
          <fieldset key={key} className="palette-group" aria-label={heading}>
            <p className="palette-heading" aria-hidden="true">{heading}</p>
            {some.map((offer) => {
              const index = offers.indexOf(offer);
              return (
                <div key={offer.id} className={index === highlightedIndex ? 'palette-offer palette-now' : 'palette-offer'} {...getItemProps({ item: offer, index })}>
                  <span><span lang={offer.lang}>{offer.label}</span>{offer.note ? <small>{offer.note}</small> : null}</span>
                  <span className="code soft">{offer.code}</span>
                </div>
              );
            })}
          </fieldset>
        ))}
      </div>
      {offers.length === 0 ? <p className="palette-none" aria-hidden="true">{told}</p> : null}
      <p className="palette-how soft" aria-hidden="true">{inputValue ? null : words.how}</p>
    </dialog>
  );
}
