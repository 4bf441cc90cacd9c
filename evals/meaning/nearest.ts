/** Ranks documents by nearness of meaning. */
import { DIMENSIONS, type Embedder } from '../../server/llm/embedder.ts';

/** The inner products of a text with all documents. */
export async function nearest(
  embedder: Embedder,
  documents: readonly string[],
): Promise<(text: string) => Promise<Float64Array>> {
  const rows = new Float32Array(documents.length * DIMENSIONS);
  for (const [document, text] of documents.entries()) rows.set(await embedder.embed(text), document * DIMENSIONS);
  return async (text) => {
    const wish = await embedder.embed(text);
    const products = new Float64Array(documents.length);
    for (let document = 0, at = 0; document < documents.length; document += 1) {
      let sum = 0;
      for (let dimension = 0; dimension < DIMENSIONS; dimension += 1, at += 1)
        sum += (rows[at] ?? 0) * (wish[dimension] ?? 0);
      products[document] = sum;
    }
    return products;
  };
}
