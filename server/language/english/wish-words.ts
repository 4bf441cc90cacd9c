/** English words of languages, sources, visas, clients and scores. */
import type { FacetName } from '../meaning.ts';
import { createPhraseTable, listed, phrases, wordSet } from '../phrases.ts';

/** Languages of work by name; the code is ISO 639-1. */
export const languageNames: ReadonlyMap<string, string> = new Map(
  'english:en german:de french:fr spanish:es italian:it portuguese:pt dutch:nl flemish:nl polish:pl ukrainian:uk russian:ru czech:cs slovak:sk hungarian:hu romanian:ro bulgarian:bg croatian:hr serbian:sr slovenian:sl greek:el turkish:tr arabic:ar hebrew:he persian:fa farsi:fa hindi:hi urdu:ur bengali:bn chinese:zh mandarin:zh cantonese:zh japanese:ja korean:ko vietnamese:vi thai:th indonesian:id malay:ms swedish:sv danish:da norwegian:no finnish:fi icelandic:is estonian:et latvian:lv lithuanian:lt catalan:ca basque:eu irish:ga welsh:cy albanian:sq macedonian:mk georgian:ka armenian:hy kazakh:kk belarusian:be swahili:sw afrikaans:af luxembourgish:lb'
    .split(' ')
    .map((pair): [string, string] => {
      const [name = '', code = ''] = pair.split(':');
      return [name, code];
    }),
);
/** What may follow the name of a language that is a wish; anything else makes it an adjective ("Polish company"). */
export const afterLanguage = wordSet(
  "upper intermediate advanced beginner conversational business b2b-level learning studying learn don't do not without speaking speaker speakers spoken language languages only and or is are isn't as at would should will required needed necessary not enough fine ok okay suffices skills skill fluent level native also too plus a1 a2 b1 b2 c1 c2 c please environment team teams in preferred preferably must mandatory instead for with but then now works isnt if either neither knowledge proficiency here sufficient helps",
);
export const beforeLanguage = wordSet(
  'speak speaks speaking fluent native in with and or only know knows bilingual trilingual need no without languages language is also some good basic drop remove plus just to the any non using use both either not want working require business',
);
/** Stand behind a language that need not be known. */
export const languageNotNeeded = phrases<'not'>({
  not: `not required|not needed|not necessary|isn't required|isn't needed|isn't necessary|is not required|
    is not needed|is not necessary|not a must|is no must|isn't a must|is not a must|not mandatory|
    is not mandatory|isn't mandatory|unnecessary|no requirement|should not be required|shouldn't be required|
    must not be required|not be required|not be mandatory|not be necessary|not be a must|not be needed|
    would not be mandatory|would not be required|not be obligatory|not obligatory|is optional|optional`,
});
/** Stand before a language that the person lacks. */
export const languageLacked = phrases<'lacks'>({
  lacks: `don't need|doesn't need|do not need|does not need|don't require|doesn't require|does not require|
      don't ask for|not requiring|without needing|don't speak|do not speak|dont speak|can't speak|cannot speak|
      can not speak|don't know|do not know|don't know any|don't speak any|without knowing|no knowledge of|
      not speaking|never learned|don't have|don't understand|do not understand|barely speak|hardly speak|
      don't yet speak|don't speak the|is not something i speak|isn't something i speak|is not my language|
      isn't my thing|is not my thing|is not my strong suit|isn't my strong suit|is beyond me|i don't speak|
      i can't speak|i don't know|i do not speak`,
});
/** Stand before a language that is only being learned: a remark about the person. */
export const languageLearned = phrases<'learns'>({
  learns: 'learning|still learning|learn|to learn|only learning|just learning|studying|improve my|want to learn',
});

/** Sources by their names; the value is how the filter writes them. */
export const sourceNames = createPhraseTable<string>(
  [
    'upwork=upwork|upwork.com|up work',
    'remotive=remotive|remotive.com|remotive.io',
    'arbeitnow=arbeitnow|arbeitnow.com',
    'greenhouse=greenhouse|greenhouse.io',
    'lever=lever|lever.co',
    'ashby=ashby|ashbyhq',
    'hackernews=hacker news|hackernews|hn|ycombinator|y combinator|who is hiring',
    'djinni=djinni|djinni.co|джинні|джині',
    'dou=dou|dou.ua|доу',
    'work.ua=work.ua|workua',
    'robota.ua=robota.ua|rabota.ua|robotaua',
    'weworkremotely=weworkremotely|we work remotely|wwr',
    'remoteok=remoteok|remoteok.com|remoteok.io',
    'malt=malt|malt.de|malt.com',
    'freelancer=freelancer.com|freelancer',
    'freelancehunt=freelancehunt|freelancehunt.com|фрілансхант',
    'peopleperhour=peopleperhour|people per hour',
    'guru=guru.com',
    'ziprecruiter=ziprecruiter|zip recruiter',
    'totaljobs=totaljobs|total jobs',
    'seek=seek.com.au|seek.com',
    'jobs.ch=jobs.ch',
    'karriere.at=karriere.at|karriere at',
    'pracuj=pracuj|pracuj.pl',
    'bulldogjob=bulldogjob',
    'naukri=naukri|naukri.com',
    'monster=monster.com|monster.de',
    'dice=dice.com',
    'olx=olx|olx.ua',
    'kununu=kununu',
    'linkedin=linkedin|linked in|linkedin.com',
    'indeed=indeed|indeed.com',
    'stepstone=stepstone|stepstone.de',
    'xing=xing',
    'glassdoor=glassdoor',
    'fiverr=fiverr',
    'toptal=toptal',
    'himalayas=himalayas',
    'jobicy=jobicy',
    'adzuna=adzuna',
    'usajobs=usajobs',
    'workable=workable',
    'recruitee=recruitee',
    'smartrecruiters=smartrecruiters',
    'personio=personio',
    'themuse=themuse|the muse',
    'wellfound=wellfound|angellist|angel list',
    'workday=workday',
    'justjoin=justjoin|justjoin.it|just join it',
    'nofluffjobs=nofluffjobs|no fluff jobs',
    'reed=reed.co.uk',
    'eures=eures',
  ].flatMap((line) => {
    const [value = '', list = ''] = line.split('=');
    return listed(list).map((phrase) => [phrase, value] as const);
  }),
);
/** Sources whose name is also a word, a skill or an employer: they need "on", "from" or another source beside them. */
export const guardedSources = wordSet(
  'freelancer lever greenhouse indeed malt dou workday himalayas workable hn xing remotive',
);
export const beforeSource = wordSet('on from at via through source sources board boards site skip drop remove without');

/** Sponsorship of a visa that is wanted. */
export const visas = phrases<'visa'>({
  visa: `visa sponsorship|visas sponsorship|sponsorship|visa support|visa sponsor|visa sponsoring|sponsor a visa|
    sponsor visas|sponsor my visa|sponsor the visa|sponsors visas|sponsors visa|sponsors my visa|
    sponsoring visas|visa help|help with the visa|help with a visa|help with visa|support with visa|
    support with the visa|visa assistance|visa|visas|work permit|work permits|work visa|h1b|h 1b|
    h1b sponsorship|blue card|eu blue card|skilled worker visa|sponsored|sponsor`,
});
/** The visa is no matter: the wish for it is taken back, if there is one. */
export const visaNot = phrases<'none'>({
  none: `no visa needed|no visa|no visas|no visa required|no sponsorship needed|no sponsorship|no need for a visa|
    no visa sponsorship|no visa sponsorship needed|don't need a visa|don't need the visa|don't need visa|
    don't need any visa|don't need any sponsorship|do not need any sponsorship|need no sponsorship|need no visa|
    do not need a visa|don't need visa sponsorship|don't need sponsorship|do not need sponsorship|without visa|
    without a visa|without visa sponsorship|without sponsorship|visa not needed|visa is not needed|
    visa no longer needed|visa is no longer needed|visa isn't needed|have a visa|have a work permit|
    already have a visa|already have a work permit|have a blue card|i don't need the visa any more|
    forget the visa|drop the visa|visa doesn't matter|remove the visa|remove visa|remove visa sponsorship|
    drop visa sponsorship|forget the sponsorship|visa not required|visa sponsorship not needed|
    visa already there|have work permit|have visa|got a visa|got my work permit|got my visa|got my permit|
    have my visa|have my work permit|my visa came through|my permit came through|got the visa|
    no work permit needed`,
});

export const clientWords = wordSet('client clients customer customers buyer buyers');
/** What may stand between "clients" and their country. */
export const clientLinks = wordSet(
  'from in who are is sitting sit based located should must be only the or and with of outside to just that sits also living come comes coming all eg',
);
/** "Canadian clients": the country of an adjective. */
export const demonyms: ReadonlyMap<string, string> = new Map(
  'american:US british:GB english:GB scottish:GB canadian:CA australian:AU german:DE austrian:AT swiss:CH french:FR italian:IT spanish:ES polish:PL ukrainian:UA indian:IN dutch:NL swedish:SE norwegian:NO danish:DK finnish:FI irish:IE belgian:BE portuguese:PT czech:CZ israeli:IL japanese:JP chinese:CN brazilian:BR mexican:MX pakistani:PK bangladeshi:BD filipino:PH turkish:TR greek:GR hungarian:HU romanian:RO bulgarian:BG estonian:EE latvian:LV lithuanian:LT singaporean:SG korean:KR russian:RU nigerian:NG egyptian:EG'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, -3), pair.slice(-2)]),
);
export const verified = phrases<'verified'>({
  verified: `payment verified|verified payment|verified payments|payment method verified|verified payment method|
      payment is verified|payments verified|verified clients|verified client|clients verified|payment confirmed|
      confirmed payment|verified billing|checked payment|payment checked|verified pay`,
});
export const ratingWords = wordSet('star stars rated rating ratings reviews review');
export const scoreWords = wordSet(
  'score scores scoring match matches matching fit fits percent % points relevance suitability scored',
);
export const scoreRemarks = wordSet('strict picky harsh tight narrow');

/** Names of the criteria above: "forget the score". */
export const wishFacets = phrases<FacetName>({
  score: 'score|scores|minimum score|score filter|match score|the percentage|percentage|relevance',
  languages: 'language|languages|language requirement|language filter|working language|spoken language',
  visa: 'visa|visa sponsorship|sponsorship|visa filter|sponsorship filter',
  clientCountries: `client country|client countries|client location|clients location|where the client is|
      where the clients are|where the client sits|country of the client|countries of the client|clients country`,
  clientRating: 'rating|client rating|ratings|stars|rating of the client',
  clientPayment: 'payment verification|verified payment',
  client: 'client|clients|client filter',
  sources: 'source|sources|job board|job boards|board|boards|site|sites|website|websites|platform|platforms',
});
