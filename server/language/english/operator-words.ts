/** English words that say what to do with the value they stand beside. */
import { permissions, refusals } from './verdicts.ts';
import type { Mode } from '../meaning.ts';
import { phrases, wordSet } from '../phrases.ts';

/** Stand before the value and hold to the end of the clause. */
export const operatorsBefore = phrases<Mode>({
  avoid:
    `keep me away from|keep away from|spare me|no way i'm|no way am i|no chance i'm|i don't do|don't do|
      do not do|refuse to|i refuse|can't stand|cannot stand|won't touch|won't consider|will not consider|
      no interest in|not keen on|not a fan of|no fan of|could do without|i'd rather not|would rather not|
      rather not|not up for|not into|not after|not looking for|not looking to|steer clear of|allergic to|` +
    `no|don't ask for|don't ask for a|doesn't ask for|doesn't ask for a|no need for a|not requiring|not|not in|
      without|without any|except|except for|excluding|exclude|anything but|anyone but|anybody but|anyone except|
      anybody except|everyone but|any company but|none from|none of|none in|none at|nobody from|no one from|
      nowhere in|everything but|other than|apart from|aside from|outside|outside of|don't want|do not want|
      dont want|don't want any|dont want any|do not want any|i don't want|don't like|do not like|hate|avoid|
      avoiding|never|nothing|nothing with|nothing in|nothing from|nothing to do with|but not|but no|and no|
      and not|isn't|is not|aren't|are not|isn't a|not a|not the|not at|not from|not with|leave out|filter out|
      skip|skip the|won't do|don't show|don't show me|do not show|stop showing|stop showing me|
      not interested in|can't do|cannot do|can not do|can't work|cannot work|won't work|unable to work|
      unable to do|not able to work|not able to do|doesn't need a|that don't need a|doesn't require|
      doesn't require a|don't require a|not requiring a|without needing a|i've had it with|had it with|
      have had it with|sick of|fed up with|had enough of|done with|tired of|ban|block|rule out|anywhere but|non|
      keep out|nor|neither|less of|stay away from`,
  remove: `scratch|no more|nvm|nvm the|never mind|never mind the|nevermind|nevermind the|scrap|scrap the|ditch|
      ditch the|axe|nix|chuck|chuck out|cut|cut out|strike|omit|forget|forget about|remove|remove the|drop|
      drop the|scratch the|delete|take out|take off|get rid of|lose|lose the|minus|take away|kick out|unset|
      remove the filter for|remove the filter on`,
  ignore: "instead of|rather than|better than|don't mind|over",
  loosen: `not fussy about|not picky about|not fussed about|not bothered about|not particular about|not only|
      not just|not necessarily|doesn't have to be|does not have to be|need not be|don't need|not necessarily in|
      don't care about|doesn't need to be|doesn't need to be a|doesn't have to be a|doesn't have to be an|
      doesn't have to be in a|need not be a|don't have to be|doesn't need to be in`,
  allow:
    `wouldn't say no to|would not say no to|won't say no to|wouldn't mind|would not mind|wouldn't be against|
      not averse to|not opposed to|not against|no objection to|no problem with|` +
    'allow|permit|accept|could also be|can also be|might also be|may also be|fine with|ok with|okay with|open to|also open to|happy with',
});

/** Stand after the value. */
export const operatorsAfter = phrases<Mode>({
  avoid:
    `${refusals.join('|')}|` +
    `don't count|doesn't count|do not count|is out|are out|neither|not for me|is not for me|isn't for me|
      is not an option|isn't an option|are not an option|aren't an option|is no option|not an option|is a no|
      is a hard no|are a no|is a dealbreaker|are a dealbreaker|won't work|won't do|is off the table|
      doesn't work for me|don't work for me|doesn't work for us|isn't possible|is not possible|is out as well|
      are out as well|is out too|are out too|are off the table|is too expensive|are too expensive|too expensive|
      is too far|too far|is too far away|is too big|is too small|is too cold|is too hot|is too boring|
      is too crowded|is too dangerous|is no good|are no good|is a no go|no thanks|is too rainy|is too loud|
      is too stressful|is excluded|are excluded|excluded|not included|not welcome|out of the question|
      is out of the question|are out of the question|either no|no thanks|no thank you`,
  allow:
    `${permissions.join('|')}|` +
    `can come back|may come back|can come in again|is back in|are back in|is fine|are fine|is ok|is okay|are ok|are okay|would be ok|would be okay|would be fine|would work|works|
      work too|works too|is fine too|are fine too|fine too|ok too|okay too|is good too|is possible|
      is acceptable|are acceptable|is alright|is also fine|is also ok|is also okay|are also fine|are also ok|
      also works|would also work|is fine after all|is ok after all|is okay after all|are fine after all|
      are ok after all|is ok again|are ok again|are fine again|is fine again|is welcome|are welcome|
      fine as well|ok as well|is fine as well|is ok as well|would do|would do as well|would do too|
      will do as well|will do too|would do fine|will do|also fine|also ok|also okay` +
    `|wouldn't hurt either|wouldn't scare me either|wouldn't be bad either|wouldn't bother me either|
      wouldn't mind either|isn't bad either|aren't bad either|wouldn't hurt|wouldn't be bad|wouldn't bother me|
      doesn't bother me|suits me too|suit me too|suits me|is an option|are an option|is an option too|
      are options too|is close enough|are close enough|is near enough|are near enough|is doable|are doable|
      is cool too|are cool too|is good as well|is great too|sounds good too|sounds fine`,
  loosen: `isn't a must|is not a must|isn't essential|is not essential|isn't crucial|isn't vital|isn't a requirement|
      is not a requirement|isn't required|isn't compulsory|isn't necessary|isn't mandatory|doesn't matter|
      does not matter|no longer matters|no longer matter|don't matter|isn't important|is not important|
      is irrelevant`,
  want: `would be my dream|would be a dream|is my dream|is the dream|would be amazing|would be fantastic|
    would be fun|sounds great|sounds good|would be great|would be good|would be nice|would be ideal|
    would be perfect|would be top|would be best|would be better|would be lovely|would be cool|would be awesome|
    would be wonderful|would be preferred|is preferred|is preferable|preferred|if possible|would suit me|
    would be my favourite`,
  remove: 'can go|can be removed|is no longer needed|no longer needed|is not needed|not needed|not needed anymore',
});

/** Said of a skill that is welcome but not asked for. */
export const bonuses = phrases<'bonus'>({
  bonus: `would be nice to have|is nice to have|is a plus|are a plus|would be a plus|a plus|is a bonus|are a bonus|
      would be a bonus|a bonus|is a big plus|nice to have|is nice to have|is welcome but not required|
      not needed|is not needed|isn't needed|not necessary|is not necessary|isn't necessary|not required|
      is not required|isn't required|are not required|not mandatory|is not mandatory|isn't mandatory|
      not obligatory|optional|is optional|is not a must|is no must|not a must|is helpful|is an advantage|
      would be an advantage|an advantage|as a bonus|helps|would be helpful|is a nice extra|
      is good but not required`,
});

/** The values of this sentence come on top of what the filter has. */
export const extenders = phrases<'extend'>({
  extend:
    `wouldn't hurt either|wouldn't scare me either|wouldn't be bad either|wouldn't bother me either|
      wouldn't mind either|isn't bad either|aren't bad either|` +
    `also|too|as well|plus|add|additionally|in addition|as an alternative|alternatively|or maybe|besides|
      on top|and also|extend to|extend it to|widen to|widen it to|widen that to|widen|widen that|broaden|
      broaden it|broaden it to|broaden that to|broaden to|expand|expand it|expand it to|expand to|
      expand that to|include`,
});
/** Words that, at the very beginning, extend as well: "Or waitress", "and Berlin". */
export const leadingExtenders = wordSet('or and plus also');
/** The values of this sentence take the place of what the filter has. */
export const replacers = phrases<'replace'>({
  replace: `actually|instead|make it|make that|switch to|switch it to|change to|change it to|change that to|only|just|
      same but|same thing but|rather|now|better|no wait|wait|i meant|i mean|scrap that|restrict it to|
      restrict to|limit to|limit it to|narrow to|narrow it to`,
});
/** Words that make a skill stand beside the ones already required. */
export const skillExtenders = phrases<'extend'>({
  extend: `with|must|a must|is required|required|using|and|need to know|should know|knowledge of|experience in|
      experience with|they should use|that use|mandatory|it should have|must have`,
});
/** Said of a criterion: it no longer counts. */
export const facetReleases = phrases<'release'>({
  release: `doesn't matter|does not matter|don't matter|do not matter|doesn't matter anymore|is irrelevant|
      is no object|no object|'s no object|is no issue|is secondary|is not important|isn't important|unimportant|
      forget|forget about|forget the|ignore|ignore the|never mind|never mind the|nevermind|nevermind the|remove|
      remove the|drop|drop the|clear|clear the|reset|reset the|delete|delete the|lift|lift the|any|all|every|
      no matter|no matter the|whatever|regardless of|don't care about|don't care|i don't care|
      i don't care about|dont care about|no|without|without the|cancel the|cancel|lose the|scratch the|
      ditch the|bin the|take out the|take off the|scrap the|irrelevant|is up to you|is negotiable|not important|
      is flexible|get rid of the|unset|is whatever|can be anything|open to any|i'm flexible on`,
});
/** Joins values into "any of". */
export const orWords = wordSet('or nor');
