/** What one does for what one is: "I'd like to teach maths" is a maths teacher, "I can drive buses" a bus driver. */
import { type Draft, isFree, singular, take } from './draft.ts';
import { wordSet } from '../phrases.ts';

const doers: ReadonlyMap<string, string> = new Map([
  ['teach', 'teacher'],
  ['teaching', 'teacher'],
  ['drive', 'driver'],
  ['driving', 'driver'],
]);
const leads = wordSet("to can could i'd i we i'll love like enjoy");
const objects = wordSet(
  'maths math mathematics english german french spanish physics chemistry biology history geography music art science yoga pilates swimming piano guitar violin dance kids children buses bus trucks truck lorries lorry trams tram trains train taxis taxi vans van forklifts forklift cranes crane excavators excavator tractors tractor',
);
const names: ReadonlyMap<string, string> = new Map([
  ['lorry', 'truck'],
  ['kid', 'primary school'],
  ['children', 'primary school'],
]);

/** Takes such verbs with their objects, joined by "or" and "and"; runs before the names of roles. */
export function takeActivities(draft: Draft): void {
  const { tokens } = draft;
  for (let at = 1; at < tokens.length - 1; at += 1) {
    const doer = doers.get(tokens[at]?.word ?? '');
    if (doer === undefined || !leads.has(tokens[at - 1]?.word ?? '')) continue;
    const titles: string[] = [];
    let to = at + 1;
    while (objects.has(tokens[to]?.word ?? '') && tokens[to]?.clause === tokens[at]?.clause) {
      const object = singular(tokens[to]?.word ?? '');
      titles.push(`${names.get(object) ?? object} ${doer}`);
      to += 1;
      if (!/^(?:or|and)$/.test(tokens[to]?.word ?? '') || !objects.has(tokens[to + 1]?.word ?? '')) break;
      to += 1;
    }
    if (titles.length === 0 || !isFree(draft, at, to)) continue;
    take(draft, { from: at, to, kind: 'list', field: 'titles', values: titles });
    at = to - 1;
  }
}
