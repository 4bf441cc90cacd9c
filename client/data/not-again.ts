/** "Not this company again", as a card and a posting offer it: the same as the sentence. */
export function notAgain(company: string): { action: string; input: unknown } {
  return { action: 'set_filter', input: { add: { exclude: { companies: [company] } } } };
}
