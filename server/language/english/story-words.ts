/** English words of stories about the past and about other people. */
import { phrases, wordSet } from '../phrases.ts';

export const pastPhrases = phrases<'past'>({
  past: `i've been on|i've been in|i have been on|i have been in|made redundant from|made redundant by|
    redundant from|let go from|let go by|currently teaching|currently working|currently employed|
    currently living|currently based|right now i work|years in|years as|i've been a|i've been an|i have been a|
    i have been an|i've been working as|have been working as|i was working as|used to be a|worked for years as|
    used to live|used to work|used to be|i was|was in|was at|i lived|lived in|i worked|worked in|worked at|
    worked as|worked for|i've worked|have worked|come from|comes from|i came from|originally from|was born|
    born in|grew up|studied in|studied at|i studied|graduated from|moved from|moved here from|my last job|
    my previous job|my old job|my current job|my current employer|my previous employer|my last employer|
    laid off from|laid off by|got fired from|i left|i quit|quit my job|i currently work|currently working at|
    currently employed at|i am employed at|have experience at|years at|spent years|was working|were living|
    was living|visited|i've visited|been to`,
});
export const relatives = wordSet(
  'mate buddy pal bestie hubby fiance missus bf gf bff coworker housemate classmate teammate landlord nan gran folks someone brother sister wife husband friend friends cousin mother father mom mum dad son daughter uncle aunt neighbour neighbor colleague colleagues boss partner girlfriend boyfriend roommate flatmate nephew niece grandma grandpa teacher ex sibling parents brother-in-law kids family manager',
);
/** What a story says of others; "my husband is moving to Oslo" is no such story. */
export const othersDo = wordSet(
  'works worked work working lives live lived likes loves says said thinks studied studies started starts goes went needs wants turned retired quit gets earns earned earning knows knew told used hates got-a-job',
);
/** Where a story ends and the wish begins. */
export const wishBegins = wordSet(
  'want wants need looking search searching find show seeking prefer now so but therefore hence then and wish like hope searching interested',
);

/** Past forms that tell of something done, beside those in -ed. */
const irregular = wordSet(
  'did took gave went drove ran taught sold built spent led made wrote flew rode grew bred sang fought kept dealt cut drew shot sewed sat',
);
/** Forms in -ed that speak of the wish, or of where one is now. */
const present = wordSet(
  'wanted needed looked searched hoped wished preferred liked loved decided moved relocated arrived landed settled applied asked tried planned considered finished completed passed married',
);

/** Does this word behind "I" tell of the past? */
export function isPastTense(word: string): boolean {
  return irregular.has(word) || (word.length > 4 && word.endsWith('ed') && !present.has(word));
}
