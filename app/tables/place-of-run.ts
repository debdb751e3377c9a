/** Where a run is confirmed and told, with what its table was asked: the way back leads to the same rows. */
export function placeOfRun({ id }: { readonly id: string }, { entry: { register, query } }: { readonly entry: { readonly register: string; readonly query: string } }): string {
  return `/workspace/tables/${register}/bulk/${id}${query ? `?${new URLSearchParams({ table: query })}` : ''}`;
}
