/** English words for values of facets, and the expressions in which those words mean something else. */
import type { Employment, Seniority, Workplace } from '../../postings/job-posting.ts';
import type { FacetName } from '../meaning.ts';
import { createPhraseTable, listed, phrases, wordSet } from '../phrases.ts';

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
  remote: `remote|remotely|fully remote|full remote|remote only|only remote|remote first|100 remote|100% remote|
      work from home|working from home|from home|wfh|home office|homeoffice|home based|telecommute|
      telecommuting|telework|remote work|remote working|work remotely|working remotely|work online|online work|
      distributed team|from anywhere|ремоут`,
  hybrid: [
    ...officeDays,
    ...officeTimes,
    `a day or two in the office|a day or two a week in the office|one or two days in the office|
      two or three days in the office|one or two days a week in the office|
      two or three days a week in the office|a day or two on site|hybrid|hybrid work|hybrid working|
      partly remote|partially remote|part remote|semi remote|mix of home and office|some office days|
      a few office days|a few days in the office|some days in the office|couple of days in the office|
      one day in the office|one day a week in the office|two days in the office|two days a week in the office|
      three days in the office|three days a week in the office`,
  ].join('|'),
  onsite: `onsite|on site|in office|in the office|at the office|in an office|office only|only office|office based|
      office job|office jobs|in person|on premises|on location`,
});

export const employments = phrases<Employment>({
  full_time: `perm|perm role|perm job|permanent basis|permanent contract|permanent contracts|permanent employment|
      permanent job|permanent jobs|permanent role|permanent roles|full time contract|unlimited contract|
      full time|fulltime|permanent|permanent position|full time permanent`,
  part_time: 'part time contract|part time|parttime|mini job|minijob|side job|side gig|half time|part time hours',
  contract:
    'contract to hire|contract to perm|contract|contracts|contractor|contractors|contracting|b2b|b2b contract|contract work|contract basis',
  freelance:
    'freelance|freelancer|freelancers|freelancing|gig|gigs|freelance gig|freelance gigs|freelance project|freelance projects|freelance work',
  internship: `work placement|work placements|industrial placement|placement year|year in industry|summer placement|
      internship|internships|intern|interns|traineeship`,
  temporary: `temp to perm|temp to permanent|temp to hire|ftc|temp role|temp job|temp jobs|fixed term contract|
      temporary contract|temporary contracts|fixed term contracts|temporary|temp|seasonal|seasonal work|
      fixed term|temp work|temporary work`,
});

export const seniorities = phrases<Seniority>({
  junior: `fresher|freshers|school leaver|school leavers|recent graduate|recent graduates|just graduated|newbie|
      zero experience|no previous experience|no experience necessary|don't require experience|
      doesn't require experience|do not require experience|doesn't need experience|don't need experience|
      experience not needed|experience not required|experience not necessary|junior|juniors|jr|junior level|
      entry level|entrylevel|graduate|graduates|new grad|fresh graduate|beginner|beginners|no experience needed|
      no experience required|no experience|without experience|without any experience|no prior experience`,
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
    `newest first|newest at the top|newest on top|latest first|most recent first|sort by date|sorted by date|
      sort by newest|sort them by date|order by date|by date|sort by age|sort newest first|freshest first|
      recent first|sort by most recent|sort by latest|newest jobs first|the newest|newest|the newest ones|
      newest ones`,
  pay: `${paidFirst}|best paid first|best paid at the top|best paid on top|highest paid on top|highest paid at the top|highest paid first|best paying first|highest paying first|sort by pay|sort by salary|sorted by salary|order by salary|order by pay|by salary|by pay|sort them by salary|sort them by pay|highest salary first|best salary first|top paying first|most money first|best pay first|highest pay first`,
  score: `by how well they fit|by how well they fit me|by how well they match|by how well they match me|by fit|
      by suitability|best fitting first|most suitable first|best suited first|best match first|
      best matches first|best fit first|closest first|sort by score|sort by match|sort by relevance|
      by relevance|most relevant first|best first|order by relevance|order by match|sort by best match`,
});

/** Names of criteria themselves: "forget the salary", "location doesn't matter". */
export const facetNames = phrases<FacetName>({
  pay: `salary|salaries|pay|money|wage|wages|rate|compensation|pay filter|salary filter|budget|earnings|pay range|
    salary range|minimum salary|minimum pay|income`,
  place: `where|location|locations|place|places|city|cities|country|countries|region|regions|location filter|
      country filter|place filter|city filter|geography`,
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
    `agency=agency|agencies|recruiter|recruiters|recruitment agencies|recruitment agency|recruiting agencies|
      staffing agency|staffing agencies|headhunter|headhunters|staffing firms|recruiting firms|
      staffing companies|middlemen`,
    'crypto=crypto|cryptocurrency|cryptocurrencies|web3|bitcoin|crypto stuff|crypto companies|crypto company',
    'gambling=gambling|casino|casinos|betting|igaming|online casinos|sports betting',
    `defense=defense|defence|military|weapons|arms|arms industry|defense industry|defence industry|
      weapons industry|defense contractors|defence contractors`,
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
    `large company=big company|big companies|big firm|big firms|big corporations|large company|large companies|
      large firms|large corporations|huge companies|corporations|corporates|big corporates|big corps|mega corps|
      big tech|enterprises|corporation|large corporation`,
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
    return listed(list).map((phrase) => [phrase, value] as const);
  }),
);

/** US states that are nobody's namesake here: after a city they say `US`, alone they rank by meaning. */
export const states = createPhraseTable<string>(
  listed(`Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|
    Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|
    Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|
    Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|
    West Virginia|Wisconsin|Wyoming`).map((name) => [name, name] as const),
);
