/** English words that show a message, or a part of it, to be English. */
import { singular } from '../recognise/draft.ts';
import { wordSet } from '../phrases.ts';
import { noise, storyWords } from './noise-words.ts';
import { roleHeads } from './role-words.ts';
import { spellings } from './spellings.ts';

export const englishWords = wordSet(`
  the and or not with without for at as a an also only please thanks show me more is are of to from my how many all save
  hide open on work looking want need any but i i'm you it that this these those them be can could
  would should what why which where when who no yes ok too just than then there here have has had do does did get got
  give make let find search new first second third last next one two three best top good great
`);

/** Words that German shares with English although no table above lists them. */
const loans = wordSet(`
  portal portals casino casinos hotel hotels restaurant restaurants software startup startups export download filter filters outsourcing
  management consulting recruiter recruiters online remote hybrid marketing business controller sommelier babysitter nanny
  student students state min max list undo gambling industrial kindergarten supermarket data manual region land country
  stern halt hell hut band arm bald tag war die den am an so man art alt will not gift rat fast bar rest mode handy brief
  kind lager igel pony alarm problem problems plus standard minimum maximum experte gas see hand wind ball land finger
  international national global digital social sales junior senior lead praktisch winter sommer team teams job jobs
  labor auto autos boss modern sport sports events event net fur exporter hat pro toll controlled dies branches provision
  managerial logistic consultation positioned inclusive archival falls ups ware maximal ambulatory positioner
  firm agent agents per cv ngo relocation eur mind chef tour dame dozen college rector wache test tests bus taxi mail park bank banks media
`);

/** English endings of learned words whose stems German shares: "psychology", "geographical". */
const LEARNED = /(?:log(?:y|ies|ic|ical|ically)|graph(?:y|ic|ical|ically)|psychiatric|photovoltaic)$/;

/** True for a word that speaks for English: it is no loan that other languages use as well. */
export function speaksForEnglish(word: string): boolean {
  return (
    !loans.has(word) && !/^(?:in|was|war|die|so|an|am|man|also)$/.test(word) && isEnglish(word) && !spellings.has(word)
  );
}

/** True for a word that an English sentence may hold. */
export function isEnglish(word: string): boolean {
  const one = singular(word);
  return (
    englishWords.has(word) ||
    noise.has(word) ||
    storyWords.has(word) ||
    loans.has(word) ||
    roleHeads.has(word) ||
    roleHeads.has(one) ||
    LEARNED.test(word) ||
    spellings.has(word)
  );
}
