/** Preloaded into a Perch under test (`--import`): what would go to OpenAI goes to the stand-in instead. */
const target = process.env.PERCH_TEST_OPENAI ?? '';
const real = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  if (!address.startsWith('https://api.openai.com/v1')) return await real(input, init);
  const moved = address.replace('https://api.openai.com/v1', target);
  return await real(input instanceof Request ? new Request(moved, input) : moved, init);
};
