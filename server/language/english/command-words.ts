/** English sentences that ask for an action rather than describe a job. They are tried on short sentences only. */
import { wordSet } from '../phrases.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Place in the list that a word names, counted from 1; -1 for the last, null when it names none. */
export function placeOf(word: string): number | null {
  const bare = word.replace(/^(?:#|no\.?|nr\.?)/, '');
  const ordinal = ORDINALS.indexOf(bare) + 1 || NUMBERS.indexOf(bare) + 1;
  if (ordinal > 0) return ordinal;
  if (bare === 'last' || bare === 'bottom') return -1;
  if (bare === 'top' || bare === 'best') return 1;
  const number = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(bare)?.[1];
  return number === undefined || Number(number) < 1 ? null : Number(number);
}

/** Words that may follow "export": anything else makes it another sentence. */
export const exportWords = wordSet(
  'it this that these those them all everything the a an as in to into csv json excel spreadsheet file files format list lists jobs job matches results please now for me my current of sheet what is left whole remaining and',
);
/** A sentence made of these and one of the core words is thanks or a farewell. */
export const thanksWords = wordSet(
  "ok okay k great perfect cool nice super awesome good wow lovely brilliant excellent fine alright yes no all right that's thats that this is it looks very so really much well amazing fantastic wonderful helpful kind of you thank thanks thx ty cheers many a lot bye goodbye see later for now the help your got i understood makes sense sounds sure yep yeah lol haha am i'm done happy enough work exactly interesting hmm ha love like you're best great have day night then please will do problem to job merci tysm amazing done here today perch were been bunch tons million",
);
export const thanksCore = wordSet(
  'thank thanks thx ty cheers bye goodbye great perfect cool nice super awesome lovely brilliant excellent wow ok okay k alright good fine understood amazing fantastic wonderful helpful yes yep yeah sure exactly love tysm merci interesting got sense lol haha',
);
export const farewellWords = wordSet('bye goodbye');

export const patterns = {
  undo: /^(?:(?:and|now|then|no|sorry|oops|wait) )*(?:undo|revert|take (?:that|it|this) back|take back(?: (?:that|the last (?:one|change|step)))?|go back|go one step back|step back|one step back|roll ?back|forget (?:that|it|this)(?: one)?|cancel that|scratch that|reverse that|never ?mind that|put (?:it|that) back(?: how it was)?|back to before|back one step|as it was before)((?: (?:that|it|this|the|last|one|change|step|thing|again|once|more|please|twice|two|three|four|five|2|3|4|5|changes|steps|times|now|everything|all))*)$/,
  clear:
    /^(?:(?:ok|okay|let's|let us|please|can you|could you|now|just|i want to|i'd like to) )*(?:start (?:over|again|fresh|anew|from scratch|from zero|from the beginning)|from scratch|clean slate|clear|reset|(?:clear|reset|remove|delete|drop|wipe|empty|undo) (?:everything|it all|all|all of (?:it|them|that)|(?:all )?(?:the |my |these |of the )?(?:filters?|criteria|search|chips))|forget (?:everything|all (?:of )?(?:that|it)|all (?:the )?filters)|begin again|no filters?|without (?:any )?filters?)(?: (?:again|please|now|completely|to zero))*$/,
  fresh:
    /^(?:(?:ok|okay|please|let's|let us|can we|do|now|and) )*(?:(?:a |make a |do a |start a )?(?:new|fresh|different|another|brand new|completely new) search|start over(?: with)?|start again with|forget (?:everything|all that)(?: and)?|clear everything(?: and)?|from scratch|reset(?: everything)?(?: and)?)(?: for| with)? (.+)$/,
  more: /^(?:(?:ok|okay|and|now|can you|could you|can i|please|i want to|let me) )*(?:(?:show|give|load|see|list|get|display|bring)(?: me| us)?(?: some| a few| the| \d+)? ?(?:more|next|rest|others)(?: (?:jobs|results|of them|ones|postings|matches|page|\d+|of these|positions|openings|listings|from the list))*|more(?: (?:jobs|results|please|of them|ones|matches|postings))*|next(?: page| ones| \d+)?|next page|what else(?: is there| do you have| have you got)?|any more|anything else|keep going|go on|continue|scroll down|load more)(?: please| now)*$/,
  sureOnly:
    /^(?:(?:ok|okay|and|now|please|can you|could you|then) )*(?:(?:hide|drop|remove|leave out|skip|without|no)(?: all)?(?: the| those)? (?:unclear|unsure|uncertain|vague)(?: ones| matches| jobs| postings)?|(?:show(?: me)? )?(?:only|just)(?: the)? (?:sure|certain|clear|safe)(?: ones| matches| jobs| postings)?)(?: please| now)*$/,
  unclearToo:
    /^(?:(?:ok|okay|and|now|please|can you|could you|then) )*(?:show|include|bring back|with|add)(?: me)?(?: all)?(?: the)? (?:unclear|unsure|uncertain|vague)(?: ones| matches| jobs| postings)?(?: too| again| as well| please| now| back)*$/,
  count:
    /^(?:(?:ok|okay|so|and|but|now|hey|please|can you tell me|could you tell me|tell me|do you know|i wonder) )*(?:how many|count(?: the| all)?|what(?:'s| is) the (?:number|count) of|number of)\b ?(.*)$/,
  filters:
    /^(?:(?:ok|okay|so|and|now|please|can you|could you) )*(?:(?:what|which)(?:'s| is| are| were)? (?:are )?(?:my|the|our)(?: current| active)? (?:filters?|criteria|search|settings)(?: (?:now|right now|at the moment|again|currently|set|active))*|(?:which|what) (?:filters?|criteria) (?:are|do i have|have i|is)(?: (?:currently|now|set|active|on|there|applied|right))*|(?:show|list|tell|give|read|repeat)(?: me)? (?:my|the|all|our)(?: current| active)? (?:filters?|criteria)|what am i (?:searching|looking|filtering)(?: for| by)?|my filters?|current filters?|what did i (?:ask|search)(?: for)?|what is set)$/,
  exports:
    /^(?:(?:ok|okay|and|now|please|then|can you|could you|can i|i want to|i'd like to|let me) )*(?:(?:export|download|dump)(?: me)?(?: (.*))?|(?:save|give me|send me|get me|get|put|write|i need|i want|make|create|show me|print|turn|convert|store|show)(?: me)? (?:.* )?(?:csv|json|excel|spreadsheet)(?: file| export| format| document| list| please| sheet)*|(?:csv|json|excel)(?: file| export| please| download)*)$/,
  fetch:
    /^(?:(?:ok|okay|and|now|please|can you|could you|go and|let's|i want to) )*(?:(?:fetch|refresh|reload|sync|update|pull|pull in|load|get|download|check for|look for|grab|check|crawl|scan|re-?fetch|import)(?: me| in)?(?: the| all| all the| some| my| any| for)?(?: new| latest| fresh| newest| live| recent| current)*(?: (?:jobs|job list|list|postings|sources|source|boards|board|data|ones|feeds?|openings|job boards|job board|adverts|vacancies|positions|listings|results|everything|them|it|updates|now))+|fetch|refresh|reload|sync|(?:any|is there anything|anything|are there any|what's|got any) new(?: jobs| postings| today)?(?: since yesterday| out there)?|(?:fetch|refresh|get|load|pull|update)(?: (?:jobs|postings|new jobs|the latest|the latest jobs|data|new postings|new ones))? from (\w[\w .-]{1,40}))(?: (?:from the (?:sources|boards|internet|web)|from all (?:sources|boards)|again|please|now|today|for me))*$/,
  score:
    /^(?:(?:ok|okay|so|and|now|please|can you|could you|then) )*(?:(?:score|rate|rank|grade|evaluate)(?: me)? (?:everything|them|all|these|those|the (?:jobs|list|results|matches)|all of them|these jobs|jobs|it|all jobs|my matches)\b.*|which (?:ones?|jobs?|of (?:them|these|those))(?: (?:would|do|does))? (?:fits?|suits?|matche?s?|is best|are best|is the best|should i).*)$/,
  compare: /^(?:(?:ok|okay|and|now|please|can you|could you) )*compare (.+?) (?:and|with|to|vs|against) (.+)$/,
  explain:
    /^(?:(?:ok|okay|so|and|now|please|can you) )*(?:why (?:did|does|is|was|has) (.+?) (?:get|got|score|have|rank|listed|so|here|in|a|the|fit|match).*|explain (.+))$/,
  cv: /^(?:(?:ok|okay|so|and|now|please|can you|hi|hello|hey) )*(?:here(?:'s| is) my (?:cv|resume|résumé)\b.*|(?:read|analy[sz]e|parse|check|look at|have a look at|use|review|go through) my (?:cv|resume|résumé)\b.*|(?:i(?:'ve| have)? )?(?:uploaded|attached|sent) my (?:cv|resume|résumé)\b.*)$/,
  saveSearch:
    /^(?:(?:ok|okay|so|and|now|please|can you|could you|i want to) )*(?:(?:save|store|remember|keep) (?:this|my|the|that|current) (?:search|filters?)\b.*|(?:tell|alert|notify|email|ping|message|send|let) me\b.*\b(?:new|daily|weekly|every|when|know|alerts?)\b.*|(?:set up|create|make) (?:an |a )?(?:daily |weekly )?(?:alert|notification)s?\b.*|(?:daily|weekly) (?:alerts?|updates?|emails?)\b.*)$/,
  show: /^(?:(?:ok|okay|and|now|please|can you|could you|can i|let me|i want to|i'd like to|then) )*(?:(?:open|view|see|read|expand|pull up|click)(?: up)?|show(?: me| us)?|tell me(?: more)?(?: about)?|more about|more on|(?:give me )?(?:the )?details (?:of|for|on|about)|look at|what about|what is|what's|describe|display|more details (?:on|about|of))(?: the details of| more about| details of)? (.+)$/,
  save: /^(?:(?:ok|okay|and|now|please|can you|could you|i want to|i'd like to|then) )*(un)?(?:save|bookmark|star|keep|like|shortlist|favou?rite|remember|mark) (.+)$/,
  hide: /^(?:(?:ok|okay|and|now|please|can you|could you|i want to|i'd like to|then) )*(un)?(?:hide|dismiss|skip|remove|drop|delete|trash|discard|throw out|get rid of|reject|don't show(?: me)?|never show(?: me)?|block) (.+)$/,
  greeting:
    /^(?:hi|hello|hey|hey there|hi there|good (?:morning|afternoon|evening|day)|greetings|howdy|yo|hiya|sup|hello there|hi perch|hello perch|hey perch|how are you(?: doing)?(?: today)?|what's up|nice to meet you)(?: (?:there|perch|again|everyone|all|and|how are you(?: doing)?(?: today)?))*$/,
} as const;
/** Words that begin a question which asks Perch to change nothing. */
export const questionStart =
  /^(?:(?:ok|okay|so|and|but|hm+|well|hey|by the way|btw|also|lol|wait|oh|just|quick question) )*(?:what|why|how|who|whom|whose|when|where|which|is|are|was|were|does|do|did|will|would|should|has|have|am|isn't|aren't|doesn't|don't you|can|could|may|might|shall|wouldn't|what's|who's|how's|where's)\b/;
/** Questions that are wishes in disguise. */
export const requestStart =
  /^(?:(?:ok|okay|so|and|but|hm+|well|hey|please|hi|hello|now|also|got) )*(?:is there|are there|any|got any|got|do you have|do you know of|do you know any|have you(?: got)?|can you|could you|would you|will you|can i (?:see|get|have|find)|may you|may i (?:see|have)|could i (?:see|get)|can we|where can i find|where do i find|what about|how about|who is hiring|who's hiring|which companies are hiring|what (?:\w+ ){0,5}(?:jobs|roles|positions|openings|vacancies)\b|which (?:\w+ ){0,5}(?:jobs|roles|positions|openings|vacancies) (?:are there|do you have|exist|are available|are open)|do we have)\b/;
/** Remarks: opinions and small talk that wish nothing. */
export const remark =
  /^(?:(?:ok|okay|so|and|but|well|hm+|lol|haha|wow) )*(?:i (?:love|heard|think|thought|believe|read|guess|saw|hate to say|wonder|was told|remember)|my friend|my friends|wow|haha|interesting|did you know|fun fact|you are|you're|people say|they say|the weather|it's funny|i'm (?:tired|happy|sad|bored|nervous|not sure|just|back)|i am (?:tired|happy|sad|bored|nervous|not sure))\b/;
export const tagQuestion =
  /\b(?:right|correct|isn't it|aren't they|don't you think|yes|no|is that so|doesn't it|you know) ?$/;
