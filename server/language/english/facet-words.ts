/** English words for values of facets, and the expressions in which those words mean something else. */
import { areaNames } from './areas.ts';
import type { Employment, Seniority, Workplace } from '../../postings/job-posting.ts';
import type { FacetName } from '../meaning.ts';
import { createPhraseTable, phrases, wordSet } from '../phrases.ts';

/** "2 days office", "two days a week in the office". */
const officeDays = [
  '1',
  '2',
  '3',
  'one',
  'two',
  'three',
  'four',
  'few',
  'couple of',
  'or two',
  'or three',
  'day or two',
].flatMap((count) =>
  ['day', 'days'].flatMap((day) =>
    ['office', 'in office', 'in the office', 'a week in the office', 'onsite', 'on site', 'a week on site'].map(
      (where) => `${count} ${day} ${where}`,
    ),
  ),
);

/** "come in twice a week", "office once a week" */
const officeTimes = ['once', 'twice', 'three times', 'once or twice', 'two or three times'].flatMap((times) =>
  [
    'come in',
    'go in',
    'coming in',
    'going in',
    'in the office',
    'into the office',
    'to the office',
    'office',
    'on site',
  ].flatMap((where) => [`${where} ${times} a week`, `${where} ${times} a month`, `${times} a week ${where}`]),
);

export const workplaces = phrases<Workplace>({
  remote:
    'remote|remotely|fully remote|full remote|remote only|only remote|remote first|100 remote|100% remote|work from home|working from home|from home|wfh|home office|homeoffice|home based|telecommute|telecommuting|telework|remote work|remote working|work remotely|working remotely|work online|online work|distributed team|from anywhere|ремоут',
  hybrid: [
    ...officeDays,
    ...officeTimes,
    'a day or two in the office|a day or two a week in the office|one or two days in the office|two or three days in the office|one or two days a week in the office|two or three days a week in the office|a day or two on site|hybrid|hybrid work|hybrid working|partly remote|partially remote|part remote|semi remote|mix of home and office|some office days|a few office days|a few days in the office|some days in the office|couple of days in the office|one day in the office|one day a week in the office|two days in the office|two days a week in the office|three days in the office|three days a week in the office',
  ].join('|'),
  onsite:
    'onsite|on site|in office|in the office|at the office|in an office|office only|only office|office based|office job|office jobs|in person|on premises|on location',
});

export const employments = phrases<Employment>({
  full_time:
    'perm|perm role|perm job|permanent basis|permanent contract|permanent contracts|permanent employment|permanent job|permanent jobs|permanent role|permanent roles|full time contract|unlimited contract|full time|fulltime|permanent|permanent position|full time permanent',
  part_time: 'part time contract|part time|parttime|mini job|minijob|side job|side gig|half time|part time hours',
  contract:
    'contract to hire|contract to perm|contract|contracts|contractor|contractors|contracting|b2b|b2b contract|contract work|contract basis',
  freelance:
    'freelance|freelancer|freelancers|freelancing|gig|gigs|freelance gig|freelance gigs|freelance project|freelance projects|freelance work',
  internship:
    'work placement|work placements|industrial placement|placement year|year in industry|summer placement|internship|internships|intern|interns|traineeship',
  temporary:
    'temp to perm|temp to permanent|temp to hire|ftc|temp role|temp job|temp jobs|fixed term contract|temporary contract|temporary contracts|fixed term contracts|temporary|temp|seasonal|seasonal work|fixed term|temp work|temporary work',
});

export const seniorities = phrases<Seniority>({
  junior:
    "fresher|freshers|school leaver|school leavers|recent graduate|recent graduates|just graduated|newbie|zero experience|no previous experience|no experience necessary|don't require experience|doesn't require experience|do not require experience|doesn't need experience|don't need experience|experience not needed|experience not required|experience not necessary|junior|juniors|jr|junior level|entry level|entrylevel|graduate|graduates|new grad|fresh graduate|beginner|beginners|no experience needed|no experience required|no experience|without experience|without any experience|no prior experience",
  mid: 'mid|mid level|midlevel|mid senior|middle|middle level|medior|intermediate|intermediate level',
  senior: 'senior|seniors|sr|snr|senior level',
  lead: 'lead level|lead|leads|staff|staff level|principal|principal level',
  executive: 'executive level|c level|executive|director level|vp level',
});

/** Level words that count only before a role or a word for work: "lead engineer", "staff roles", not "lead time". */
export const guardedLevels = wordSet('lead leads staff principal executive mid middle graduate graduates');

/** "the freshest ones at the top" */
const newestOnTop = ['newest', 'latest', 'freshest', 'most recent', 'new']
  .flatMap((what) => [what, `${what} ones`, `${what} jobs`, `${what} postings`])
  .flatMap((what) =>
    ['first', 'at the top', 'on top', 'on the top', 'up top', 'up first'].map((where) => `${what} ${where}`),
  )
  .join('|');

/** "sort by best paid", "order them by highest salary" */
const paidFirst = ['sort', 'order', 'rank', 'sorted', 'ordered', 'ranked']
  .flatMap((verb) => [verb, `${verb} them`, `${verb} it`, `${verb} these`, `${verb} everything`])
  .flatMap((order) =>
    [
      'best paid',
      'highest paid',
      'best paying',
      'highest paying',
      'best pay',
      'highest pay',
      'pay',
      'money',
      'salary',
      'highest salary',
      'best salary',
      'salary descending',
    ].map((what) => `${order} by ${what}`),
  )
  .join('|');

export const sorts = phrases<'score' | 'newest' | 'pay'>({
  newest:
    `${newestOnTop}|` +
    'newest first|newest at the top|newest on top|latest first|most recent first|sort by date|sorted by date|sort by newest|sort them by date|order by date|by date|sort by age|sort newest first|freshest first|recent first|sort by most recent|sort by latest|newest jobs first|the newest|newest|the newest ones|newest ones',
  pay: `${paidFirst}|best paid first|best paid at the top|best paid on top|highest paid on top|highest paid at the top|highest paid first|best paying first|highest paying first|sort by pay|sort by salary|sorted by salary|order by salary|order by pay|by salary|by pay|sort them by salary|sort them by pay|highest salary first|best salary first|top paying first|most money first|best pay first|highest pay first`,
  score:
    'by how well they fit|by how well they fit me|by how well they match|by how well they match me|by fit|by suitability|best fitting first|most suitable first|best suited first|best match first|best matches first|best fit first|closest first|sort by score|sort by match|sort by relevance|by relevance|most relevant first|best first|order by relevance|order by match|sort by best match',
});

/** Names of criteria themselves: "forget the salary", "location doesn't matter". */
export const facetNames = phrases<FacetName>({
  pay: 'salary|salaries|pay|money|wage|wages|rate|compensation|pay filter|salary filter|budget|earnings|pay range|salary range|minimum salary|minimum pay|income',
  place:
    'where|location|locations|place|places|city|cities|country|countries|region|regions|location filter|country filter|place filter|city filter|geography',
  date: 'date|age|posting date|date posted|date filter|posted date|recency|time filter|how old',
  titles: 'title|titles|role|roles|job title|job titles|title filter|profession',
  skills: 'skill|skills|technology|technologies|tech stack|stack|skill filter|skills filter|tech',
  companies: 'company|companies|employer|employers|company filter',
  seniority: 'seniority|level|levels|experience|experience level|seniority level|seniority filter|level filter',
  employment: 'employment|employment type|contract type|employment filter|job type|hours|working hours',
  workplace: 'workplace|work mode|remote or not|workplace filter|remote filter|office or remote|remote or office',
  exclude: 'exclusions|exclusion|excludes|blacklist|exclusion filter',
  sort: 'sorting|order|sort order|sort',
  query: 'industry|domain|field|keywords|keyword|sector|query',
});

/** Things people refuse that have no list of their own; the value is how `exclude.keywords` writes them. */
export const keywords = createPhraseTable<string>(
  [
    'agency=agency|agencies|recruiter|recruiters|recruitment agencies|recruitment agency|recruiting agencies|staffing agency|staffing agencies|headhunter|headhunters|staffing firms|recruiting firms|staffing companies|middlemen',
    'crypto=crypto|cryptocurrency|cryptocurrencies|web3|bitcoin|crypto stuff|crypto companies|crypto company',
    'gambling=gambling|casino|casinos|betting|igaming|online casinos|sports betting',
    'defense=defense|defence|military|weapons|arms|arms industry|defense industry|defence industry|weapons industry|defense contractors|defence contractors',
    'night shift=night shift|night shifts|nights|night work|graveyard shift|graveyard shifts|overnight shifts|working nights',
    'weekend shift=weekend shift|weekend shifts',
    'saturday=saturday|saturdays|saturday work|saturday shifts|working saturdays',
    'sunday=sunday|sundays|sunday work|sunday shifts|working sundays',
    'pub=pub|pubs',
    'big four=big four|the big four|big 4',
    'weekend=weekend|weekends|weekend work|working weekends|work on weekends',
    'zero hours contract=zero hours contract|zero hour contract|zero hours contracts|zero hours|zero hour contracts',
    'apprenticeship=apprenticeship|apprenticeships|apprentice|apprentices',
    'commission only=commission only|commission based|commission only roles|commission',
    'cold calling=cold calling|cold calls|cold call',
    'door to door=door to door|door to door sales',
    'on-call=on call|oncall|on call duty|on call shifts|on call work',
    'outsourcing=outsourcing|outsourcing companies|outsource|outstaffing|body leasing|body shop|body shops',
    'consulting=consulting|consultancy|consultancies|consulting companies|consulting firms',
    'management=management|people management|managing people|line management|management roles|management positions|team management',
    'phd=phd|phds|doctorate|phd required',
    'degree=degree|degrees|university degree|degree required',
    "driving license=driving license|driving licence|drivers license|driver's license required",
    'bank=bank|banks|banking sector',
    'insurance=insurance companies|insurance company',
    'long distance=long distance|long distance transport',
    'long haul=long haul',
    'business trip=business trips|business trip',
    'assembly line=assembly line|assembly lines|assembly line work',
    'assembly=assembly|field assembly|assembly work',
    'large company=big company|big companies|big firm|big firms|big corporations|large company|large companies|large firms|large corporations|huge companies|corporations|corporates|big corporates|big corps|mega corps|big tech|enterprises|corporation|large corporation',
    'small company=small company|small companies|small firms|tiny companies',
    'public sector=public sector|government|authorities|public authorities',
    'law firm=law firm|law firms',
    'hotel=hotel|hotels',
    'call center=call center|call centre|call centers|call centres',
    'field sales=field sales|door to door sales',
    'unpaid overtime=unpaid overtime',
    'tobacco=tobacco|tobacco industry',
    'oil and gas=oil and gas|oil gas|fossil fuels|oil industry',
    'adult=adult|porn|adult content|adult industry',
    'mlm=mlm|multi level marketing|pyramid schemes|network marketing',
    'fast food=fast food',
    'startup=startup|startups|start up|start ups',
    'shift work=shift work|shifts|shift',
    'travel=travel|travelling|traveling|business travel|frequent travel',
    'overtime=overtime',
    'unpaid=unpaid|unpaid work',
    'temporary agency=temp agencies|temp agency|temporary agencies',
    'volunteering=volunteering|volunteer|volunteer work|volunteer roles',
    'security clearance=security clearance|clearance',
    'us only=us only|usa only',
    'relocation=relocation|relocating',
    'customer contact=customer contact',
    'phone=phone|phone work|phone calls|telephone',
  ].flatMap((line) => {
    const [value = '', list = ''] = line.split('=');
    return list.split('|').map((phrase) => [phrase, value] as const);
  }),
);

/** Fields of work and wishes that rank by meaning (`query`); the value is how `query` writes them. */
export const fields = createPhraseTable<string>(
  'offshore|onshore|wheelchair accessible|wheelchair access|disability friendly|lgbt friendly|lgbtq friendly|unlimited pto|unlimited holiday|paid holiday|work life balance|pet friendly|dog friendly|dog friendly office|family friendly|parental leave|maternity leave|sick pay|bonus scheme|performance bonus|signing bonus|gym membership|free lunch|canteen|company housing|profit sharing|401k|health cover|dental cover|private medical|learning budget|training budget|sabbatical|compressed hours|nine day fortnight|annual leave|paid training|on the job training|paid overtime|tips|saturday job|health tech|med tech|clean tech|prop tech|ad tech|agri tech|food tech|legal tech|insurance tech|family business|family firm|small family firm|family owned|family run|small business|small team|large team|saturday jobs|sunday job|weekend job|weekend jobs|maternity cover|paternity cover|job share|digital nomad|digital nomads|digital nomad friendly|tech|room|a room|own room|free meals|meals|room and board|board and lodging|corporate law|criminal law|family law|labour law|tax law|emergency room|intensive care|accident and emergency|operating theatre|maternity ward|outdoors|outdoor|outdoor work|outside work|hands on|tourism|agriculture|railways|cosmetics|pharmacy|childcare|electronics|aviation|forestry|shipping|mining|freight|horticulture|fisheries|animal welfare|flowers|children|cars|police|justice|publishing industry|hydrogen|plant engineering|pension|company bike|optics|robotics|urban planning|surveying|newspaper delivery|gas station|gas stations|tax office|tax firm|social services|social sector|electromobility|weddings|beauty industry|drones|footwear|shoes|food delivery|seniors|pensions|restaurant business|hotel business|wholesale|chemical industry|automotive industry|forestry sector|art|arts|large companies|international company|investment banking|private equity|venture capital|asset management|wealth management|distributed systems|secondary school|high school|elementary school|primary school|nursery school|boarding school|special education|term time|term time only|night club|food production|food processing|food service|fine dining|youth welfare|youth work|social housing|mental health|public health|elderly care|home care|aged care|palliative care|animal welfare|wildlife|marine conservation|conservation|environmental protection|waste management|recycling|water treatment|oil and gas|mining|nuclear energy|electric vehicles|semiconductors|medical devices|life sciences|clinical trials|interior design|event industry|trade shows|luxury goods|jewellery|cosmetics|beauty|wellness|fitness|yoga|gastronomy|brewing|wine|cheese|chocolate|coffee|theatre|museum|museums|libraries|archives|podcasts|radio|television|photography|fashion retail|furniture|textiles|printing|packaging|steel industry|shipbuilding|railway|rail industry|airport|airports|cruise ships|cruise ship|logistics sector|warehouse work|last mile|postal services|prison|police|fire service|armed forces|embassy|politics|think tank|development aid|human rights|refugees|apprenticeship|apprenticeships|vocational training|outside ir35|inside ir35|paid ones|only paid|paid only|lead generation|sales lead generation|evening shift|evening shifts|evenings|afternoons|late shift|mornings|nursery|preschool|law firm|university hospital|hr|morning shift|warehouse|hotel|hospital|hospitals|clinic|restaurant|restaurants|kitchen|factory|school|schools|shop|shops|nights|night work|games|weekends|weekend|weekend work|fintech|healthcare|health care|logistics|renewable energy|renewables|clean energy|solar|wind energy|climate tech|climate|education|edtech|e commerce|ecommerce|retail|banking|insurance|finance|automotive|aerospace|aviation|gaming|robotics|biotech|pharma|pharmaceuticals|hospitality|tourism|travel tech|construction|agriculture|food industry|fashion|media|journalism|marketing|advertising|sales|human resources|legal|law|real estate|telecommunications|telecom|manufacturing|developer tools|open source|cybersecurity|ai safety|non profit|nonprofit|ngo|charity|public sector|government|council|startups|saas|hardware|energy|sustainability|music|sports|film|animation|publishing|translation|housing|accommodation|relocation|relocation support|relocation package|relocation help|childcare|stock options|equity|company car|health insurance|flexible hours|four day week|4 day week|4 day work week|night shift|night shifts|early shift|day shift|warehousing|bookkeeping|copywriting|proofreading|accounting|welding|data|medtech|deep tech|space|machine learning research|supermarket|hotels|restaurants|farming|cooking|cleaning|teaching|nursing|gardening|design|medicine|science|research|animals|shipping|transport|security|crypto|web3|blockchain|defense|cloud'
    .split('|')
    .map((phrase) => [phrase, phrase] as const)
    .concat(areaNames),
);

/** Fixed expressions whose words would otherwise be taken for a skill, a level, a place or a workplace. */
export const fixedExpressions = createPhraseTable<'modifier' | 'noise' | 'role'>([
  ...'sales lead generation|go to market|remote control|remote sensing|senior care|elderly care|senior living|lead generation|lead gen|staff training|mobile|hybrid cloud|smart contract|smart contracts|contract management|project management|executive search|executive protection|account|dental|care|mechanical|go kart|spring water|rust prevention|swift water|internal audit|temp staffing|remote support|data entry|middle school|principal investigator|middle office|graduate school|contracts|contract law|part time student|customer success|customer service|customer support|technical support|human resources|public relations|real estate|supply chain|quality assurance|business intelligence|business development|site reliability|machine learning|full stack|front end|back end|social media|content|call center|call centre|front desk|early childhood|physical therapy'
    .split('|')
    .map((phrase) => [phrase, 'modifier'] as const),
  ...'swift reply|swift answer|quick reply|hope to hear|hear from you|looking forward to hearing|my contract|my current contract|my last contract|contract ends|contract ended|contract is ending|contract runs out|contract expires|contract finishes|contract is up|for the elderly|for elderly people|good morning|good evening|good afternoon|good day|not leaving|not moving away from|staying in|from scratch|good evening|good afternoon|good day|not leaving|not moving away from|staying in|tech stack|rest from home|the rest at home|rest at home|the rest remote|the rest remotely|rest remote|good with numbers|good with people|good with kids|good with my hands|getting any younger|tech skills|tech know how|long story short|to make a long story short|long story|to cut a long story short|away from home|far from home|close to home|near home|closer to home|nearer home|leave home|go in at|go into|excel at|excel in|can excel|go to work|go to|going to|ready to go|on the go|swift response|react quickly|react to|spring start|in spring|this spring|rust belt|express myself|in the long go|let go|go for|go with|go ahead|go on|to go|may be|maybe|might|per my|too bad|right now|as soon as possible|asap|at the moment|by the way|of course|for example|such as|at all|no problem|no worries|no idea|upper intermediate|pre intermediate|as long as|if possible|bare minimum|with me|with them|at least some|right away'
    .split('|')
    .map((phrase) => [phrase, 'noise'] as const),
  ...'cabin crew|crew member|it project manager|farm hand|office junior|hr business partner|business partner|assistant principal|deputy principal|key account manager|sheet metal worker|special needs teacher|health visitor|dog walker|board member|team leader|head baker|home health aide|model maker|cabinet maker|wine maker|stage hand|deck hand|kitchen hand|hired hand|bank teller|station master|quiz master|general manager|managing director|managing partner|executive assistant|account executive|sales executive|marketing executive|advertising executive|sales lead|staff nurse|principal investigator|chief of staff|school principal|lead guitarist|lead generation specialist|senior care nurse|chef de partie|commis chef|senior care assistant|senior caregiver|remote control engineer|graduate school advisor|intern coordinator|internship coordinator|contract manager|contracts manager|contract lawyer|contract administrator|freelance coordinator|project manager|product manager|product owner|executive chef|executive producer|executive recruiter|executive secretary|executive coach|staff sergeant|junior doctor|legal executive|senior living manager|nursing director|go to market manager|remote support engineer|remote sensing engineer|remote sensing specialist|hybrid cloud engineer|hybrid cloud architect|smart contract developer|smart contract engineer|temp staffing manager|staff trainer|staff writer|staff accountant|lead generation manager|mobile mechanic'
    .split('|')
    .map((phrase) => [phrase, 'role'] as const),
]);

/** US states that are nobody's namesake here: after a city they say `US`, alone they rank by meaning. */
export const states = createPhraseTable<string>(
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming'
    .split('|')
    .map((name) => [name, name] as const),
);
