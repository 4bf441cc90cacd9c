/** English sentences that ask for an action rather than describe a job. They are tried on short sentences only. */
import { wordSet } from '../phrases.ts';

/** A sentence made of these and one of the core words is thanks or a farewell. */
export const thanksWords = wordSet(
  "ok okay k great perfect cool nice super awesome good wow lovely brilliant excellent fine alright yes no all right that's thats that this is it looks very so really much well amazing fantastic wonderful helpful kind of you thank thanks thx ty cheers many a lot bye goodbye see later for now the help your got i understood makes sense sounds sure yep yeah lol haha am i'm done happy enough work exactly interesting hmm ha love like you're best great have day night then please will do problem to job merci tysm amazing done here today perch were been bunch tons million ttyl cya laters later mate gn ur legend star hero genius gem lifesaver champ ta rock rockstar king queen",
);
export const thanksCore = wordSet(
  'thank thanks thx ty cheers bye goodbye great perfect cool nice super awesome lovely brilliant excellent wow ok okay k alright good fine understood amazing fantastic wonderful helpful yes yep yeah sure exactly love tysm merci interesting got sense lol haha ta legend lifesaver ttyl cya laters gn',
);
export const farewellWords = wordSet('bye goodbye ttyl cya laters gn');

export const patterns = {
  sureOnly:
    /^(?:(?:ok|okay|and|now|please|can you|could you|then) )*(?:(?:hide|drop|remove|leave out|skip|without|no)(?: all)?(?: the| those)? (?:unclear|unsure|uncertain|vague)(?: ones| matches| jobs| postings)?|(?:show(?: me)? )?(?:only|just)(?: the)? (?:sure|certain|clear|safe)(?: ones| matches| jobs| postings)?)(?: please| now)*$/,
  unclearToo:
    /^(?:(?:ok|okay|and|now|please|can you|could you|then) )*(?:show|include|bring back|with|add)(?: me)?(?: all)?(?: the)? (?:unclear|unsure|uncertain|vague)(?: ones| matches| jobs| postings)?(?: too| again| as well| please| now| back)*$/,
  count:
    /^(?:(?:ok|okay|so|and|but|now|hey|please|can you tell me|could you tell me|tell me|do you know|i wonder) )*(?:how many|count(?: the| all)?|(?:what(?:'s| is) )?(?:the )?(?:total |exact )?(?:number|count|amount) of|(?:what(?:'s| is) )(?:the|your|our) (?:total|count)(?: number| count| now)?$)\b ?(.*)$/,
  filters:
    /^(?:(?:ok|okay|so|and|now|please|can you|could you) )*(?:(?:what|which)(?:'s| is| are| were)? (?:are )?(?:my|the|our)(?: current| active)? (?:filters?|criteria|search|settings)(?: (?:now|right now|at the moment|again|currently|set|active))*|(?:which|what) (?:filters?|criteria) (?:are|do i have|have i|is)(?: (?:currently|now|set|active|on|there|applied|right))*|(?:show|list|tell|give|read|repeat)(?: me)? (?:my|the|all|our)(?: current| active)? (?:filters?|criteria)|what am i (?:searching|looking|filtering)(?: for| by)?|my filters?|current filters?|what did i (?:ask|search)(?: for)?|what is set)$/,
  help: /^(?:(?:hi|hello|hey|ok|okay|so|and|perch|please) )*(?:help|help me|what can you do(?: for me)?|what do you do|what are you able to do|how does this work|how do you work|how do i use (?:this|you)|what can i (?:ask|say|do here)|who are you|what are you)$/,
  greeting:
    /^(?:hi|hello|hey|hey there|hi there|good (?:morning|afternoon|evening|day)|greetings|howdy|yo|hiya|sup|hello there|hi perch|hello perch|hey perch|how are you(?: doing)?(?: today)?|what's up|nice to meet you)(?: (?:there|perch|again|everyone|all|and|how are you(?: doing)?(?: today)?))*$/,
} as const;
/** Words that begin a question which asks Perch to change nothing. */
export const questionStart =
  /^(?:(?:ok|okay|so|and|but|hm+|well|hey|by the way|btw|also|lol|wait|oh|just|quick question) )*(?:anyone|anybody|ever|what|why|how|who|whom|whose|when|where|which|is|are|was|were|does|do|did|will|would|should|has|have|am|isn't|aren't|doesn't|don't you|can|could|may|might|shall|wouldn't|what's|who's|how's|where's|you (?:do )?(?:know|realise|realize|understand))\b/;
/** Questions that are wishes in disguise. */
export const requestStart =
  /^(?:(?:ok|okay|so|and|but|hm+|well|hey|please|hi|hello|now|also|got) )*(?:is there|are there|(?:is |does |do )?(?:anyone|anybody|someone|somebody|any (?:company|companies|employers?|firms?)) (?:[\w' -]{0,40} )?(?:hiring|looking for|needs?|want|hires?|recruiting|after)|any|got any|got|do you have|do you know of|do you know any|have you(?: got)?|can you|could you|would you|will you|can i (?:see|get|have|find)|may you|may i (?:see|have)|could i (?:see|get)|can we|where (?:can|could) i (?:find|work|get|apply)|where do i find|where do i go (?:to find|for)|where should i look for|where would i find|what about|how about|who is hiring|who's hiring|what's (?:open|available|out there|there|going|new|around)(?: for| in| at)?|what is (?:open|available|out there|there)(?: for| in| at)?|what have you got|what do you have|which companies are hiring|what (?:\w+ ){0,5}(?:jobs|roles|positions|openings|vacancies)\b|which (?:\w+ ){0,5}(?:jobs|roles|positions|openings|vacancies) (?:are there|do you have|exist|are available|are open)|do we have)\b/;
/** Remarks: opinions and small talk that wish nothing. */
export const remark =
  /^(?:(?:ok|okay|so|and|but|well|hm+|lol|haha|wow) )*(?:i (?:love|heard|think|thought|believe|read|guess|saw|hate to say|wonder|was told|remember)|my friend|my friends|wow|haha|interesting|did you know|fun fact|you are|you're|people say|they say|the weather|it's funny|i'm (?:tired|happy|sad|bored|nervous|not sure|just|back)|i am (?:tired|happy|sad|bored|nervous|not sure))\b/;
/** Verbs and persons of a question in whole words. */
export const asksOf =
  /\b(?:is|are|was|were|isn't|aren't|do|does|did|don't|doesn't|would|will|won't|has|have|you|they|it's|that's|there's|you're|they're)\b/;
/** How a wish may begin although it asks. */
export const followUpStart =
  /^(?:(?:ok|okay|and|so|but|oh|hm+|well|now|then|please|actually|yes|no|hey) )*(?:only|just|no|not|or|with|without|also|plus|maybe|perhaps|something|anything|any|anyone|how about|what about|show|find|search|look|add|remove|drop|make|set|change|switch|give|include|exclude|can|could|is there|are there|do you|does anyone|got|have you|i|i'd|i'm|we|we'd|where|what|which|who|same|try|let's|let us|in|near|from|for|instead)\b/;
export const tagQuestion =
  /\b(?:right|correct|isn't it|aren't they|don't you think|yes|no|is that so|doesn't it|you know) ?$/;
/** Opinions on what they name: "Python is a nice language", "Java is dead". */
export const opinion =
  /^(?:\S+ ){1,3}(?:is|are) (?:(?:really|such|quite|very|still|pretty|just|actually|simply) )*(?:(?:an?|such an?) (?:\S+ ){0,2}(?:language|framework|city|country|place|tool|technology|hype|firm)|dead|overrated|underrated|expensive|beautiful|gorgeous|overhyped|outdated|dying)(?: too| though| anyway)?$/;
