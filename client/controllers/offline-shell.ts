/** Lets the browser keep the page's files, so that Perch opens without a connection and can be installed. */

const WORKER = '/service-worker.js';

/** The part of Trusted Types that is needed here; browsers without them take the plain address. */
interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/** Does nothing where the browser has no service workers (private windows, addresses without https). */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  // A page that cannot be kept is still a page.
  await navigator.serviceWorker.register(trusted(WORKER)).catch(() => undefined);
}

/** The page forbids scripts from strings; this is the one address that is meant. */
function trusted(address: typeof WORKER): string {
  const policies = 'trustedTypes' in window ? window.trustedTypes : undefined;
  if (!isPolicies(policies)) return address;
  return policies.createPolicy('perch', { createScriptURL: () => WORKER }).createScriptURL(address);
}

function isPolicies(value: unknown): value is ScriptPolicies {
  return typeof value === 'object' && value !== null && 'createPolicy' in value;
}
