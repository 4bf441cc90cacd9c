/** English expressions that are taken as wholes, before their words mean anything. */
import { createPhraseTable, listed } from '../phrases.ts';

/** Fixed expressions whose words would otherwise be taken for a skill, a level, a place or a workplace. */
export const fixedExpressions = createPhraseTable<'modifier' | 'noise' | 'role'>([
  ...listed(`sales lead generation|go to market|remote control|remote sensing|senior care|elderly care|senior living|
    lead generation|lead gen|staff training|mobile|hybrid cloud|smart contract|smart contracts|
    contract management|project management|executive search|executive protection|account|dental|care|mechanical|
    go kart|spring water|rust prevention|swift water|internal audit|temp staffing|remote support|data entry|
    middle school|principal investigator|middle office|graduate school|contracts|contract law|part time student|
    customer success|customer service|customer support|technical support|human resources|public relations|
    real estate|supply chain|quality assurance|business intelligence|business development|site reliability|
    machine learning|full stack|front end|back end|social media|content|call center|call centre|front desk|
    early childhood|physical therapy`).map((phrase) => [phrase, 'modifier'] as const),
  ...listed(`finished uni|finished university|finished school|finished college|out of uni|out of university|
    behind the desk|behind a desk|swift reply|swift answer|quick reply|hope to hear|hear from you|looking forward to hearing|my contract|
    my current contract|my last contract|contract ends|contract ended|contract is ending|contract runs out|
    contract expires|contract finishes|contract is up|for the elderly|for elderly people|good morning|
    good evening|good afternoon|good day|not leaving|not moving away from|staying in|from scratch|good evening|
    good afternoon|good day|not leaving|not moving away from|staying in|tech stack|rest from home|
    the rest at home|rest at home|the rest remote|the rest remotely|rest remote|good with numbers|
    good with people|good with kids|good with my hands|getting any younger|tech skills|tech know how|
    long story short|to make a long story short|long story|to cut a long story short|away from home|
    far from home|close to home|near home|closer to home|nearer home|leave home|go in at|go into|excel at|
    excel in|can excel|go to work|go to|going to|ready to go|on the go|swift response|react quickly|react to|
    spring start|in spring|this spring|rust belt|express myself|in the long go|let go|go for|go with|go ahead|
    go on|to go|may be|maybe|might|per my|too bad|right now|as soon as possible|asap|at the moment|by the way|
    of course|for example|such as|at all|no problem|no worries|no idea|upper intermediate|pre intermediate|
    as long as|if possible|bare minimum|with me|with them|at least some|right away`).map(
    (phrase) => [phrase, 'noise'] as const,
  ),
  ...listed(`cabin crew|crew member|it project manager|farm hand|office junior|hr business partner|business partner|
    assistant principal|deputy principal|key account manager|sheet metal worker|special needs teacher|
    health visitor|dog walker|board member|team leader|head baker|home health aide|model maker|cabinet maker|
    wine maker|stage hand|deck hand|kitchen hand|hired hand|bank teller|station master|quiz master|
    general manager|managing director|managing partner|executive assistant|account executive|sales executive|
    marketing executive|advertising executive|sales lead|staff nurse|principal investigator|chief of staff|
    school principal|lead guitarist|lead generation specialist|senior care nurse|chef de partie|commis chef|
    senior care assistant|senior caregiver|remote control engineer|graduate school advisor|intern coordinator|
    internship coordinator|contract manager|contracts manager|contract lawyer|contract administrator|
    freelance coordinator|project manager|product manager|product owner|executive chef|executive producer|
    executive recruiter|executive secretary|executive coach|staff sergeant|junior doctor|legal executive|
    senior living manager|nursing director|go to market manager|remote support engineer|remote sensing engineer|
    remote sensing specialist|hybrid cloud engineer|hybrid cloud architect|smart contract developer|
    smart contract engineer|temp staffing manager|staff trainer|staff writer|staff accountant|
    lead generation manager|mobile mechanic`).map((phrase) => [phrase, 'role'] as const),
]);
