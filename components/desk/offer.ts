/** One line of the palette: what it says, in which language, and where it leads. `note` and `code` stand beside it. */
export type Offer = { readonly id: string; readonly label: string; readonly lang: string; readonly note: string; readonly code: string; readonly href: string };
export type OfferGroup = { readonly key: 'visited' | 'records' | 'deeds' | 'proposals' | 'people' | 'places'; readonly heading: string; readonly offers: readonly Offer[] };
