/**
 * English words of role names. A role is a head ("nurse") with the words before it that belong to the name
 * ("care nurse"); a technology before a generic head is a skill instead ("Perl programmer").
 */
import { createPhraseTable, listed, wordSet } from '../phrases.ts';

/** Words a role name can end with, singular. */
const listedHeads = wordSet(`
  practitioner cio engineer developer programmer coder designer architect manager analyst scientist administrator admin consultant
  specialist assistant coordinator director officer nurse teacher tutor lecturer professor researcher writer editor
  copywriter journalist translator interpreter accountant bookkeeper auditor controller cashier clerk secretary
  receptionist recruiter lawyer attorney solicitor paralegal judge notary doctor physician surgeon dentist hygienist
  pharmacist therapist physiotherapist psychologist psychiatrist veterinarian vet midwife paramedic caregiver carer
  nanny cook chef baker butcher waiter waitress bartender barista barkeeper sommelier host hostess housekeeper cleaner
  janitor caretaker gardener farmer driver courier pilot captain mechanic technician electrician plumber welder
  carpenter joiner roofer painter mason bricklayer plasterer locksmith machinist operator worker labourer laborer
  foreman supervisor inspector installer fitter builder stacker picker packer loader salesperson salesman seller
  representative rep agent broker trader banker underwriter actuary economist statistician mathematician physicist
  chemist biologist geologist astronomer historian librarian archivist curator photographer videographer illustrator
  animator artist musician actor dancer singer composer producer model stylist hairdresser barber beautician
  cosmetologist tailor seamstress florist guard policeman firefighter soldier detective tester strategist planner
  buyer purchaser merchandiser marketer evangelist advocate advisor adviser counselor counsellor coach trainer
  instructor educator principal dispatcher logistician forwarder steward stewardess attendant guide lifeguard
  entrepreneur founder owner master proofreader transcriber moderator annotator surveyor draftsman modeler optician
  optometrist radiographer dietitian nutritionist podiatrist chiropractor masseur pediatrician cardiologist
  anesthesiologist oncologist radiologist neurologist dermatologist sysadmin devrel hygienist tiler glazier blacksmith
  fisherman miner driller rigger sailor porter bellhop concierge croupier usher handyman maid babysitter au-pair
  phlebotomist embalmer estimator appraiser treasurer cfo cto ceo coo cmo ciso cpo teller mover valet ranger zookeeper
  anthropologist sociologist pathologist hydrologist meteorologist ecologist scholar fellow postdoc lead sre dba
  tradesman storekeeper shopkeeper groomer trainer drummer guitarist conductor sergeant lieutenant paver brewer
  distiller upholsterer cobbler watchmaker jeweller jeweler goldsmith typist stenographer operative associate
  generalist technologist metallurgist toolmaker millwright boilermaker ironworker scaffolder programmer scrummaster
  solicitor barrister clerk registrar dean provost chaplain pastor priest imam rabbi ceo hacker pentester
  ophthalmologist orderly beekeeper urologist gynecologist gynaecologist endocrinologist gastroenterologist
  rheumatologist orthopedist orthodontist immunologist hematologist nephrologist epidemiologist microbiologist
  geneticist botanist zoologist archaeologist geographer geodesist geophysicist biochemist biophysicist
  psychotherapist acupuncturist osteopath naturopath homeopath herbalist perfumer pharmacologist toxicologist
  turner grinder miller moulder caster smelter furrier tanner saddler shoemaker weaver knitter spinner embroiderer
  bookbinder printer engraver lithographer typesetter polisher sander varnisher plater galvanizer riveter stonemason
  thatcher decorator paperhanger pipefitter steamfitter gasfitter linesman lineman wireman cabler rewinder
  stevedore docker-worker longshoreman crewman deckhand helmsman bosun skipper navigator stoker signalman brakeman
  cabbie chauffeur trucker haulier rider biker postman postwoman mailman deliverer expediter stocker
  checker sorter weigher counter binder wrapper labeler inspector assessor examiner verifier
  barman barmaid bar-tender busser dishwasher sculleryman caterer confectioner pastrycook chocolatier brewmaster
  winemaker luthier tuner sweeper parker valeter storeperson draftsperson salesperson viticulturist oenologist cheesemaker pizzaiolo sushi-chef fishmonger greengrocer grocer
  milliner dressmaker costumier cutter presser launderer ironer laundress
  manicurist pedicurist masseuse esthetician aesthetician trichologist tattooist piercer wigmaker makeup-artist
  cameraman camerawoman cinematographer gaffer grip screenwriter scriptwriter playwright poet novelist columnist
  reporter correspondent anchor announcer presenter broadcaster podcaster blogger streamer influencer storyteller
  sculptor ceramist ceramicist potter glassblower calligrapher cartoonist retoucher colorist choreographer acrobat
  magician clown puppeteer violinist pianist organist cellist vocalist dj sound-engineer
  diplomat consul ambassador politician mayor councillor lobbyist attache interpreter bailiff magistrate prosecutor
  jurist conveyancer criminologist investigator ranger warden jailer gatekeeper bodyguard bouncer doorman watchman
  marshal soldier officer corporal cadet fireman rescuer diver parachutist skydiver
  forester logger lumberjack arborist horticulturist agronomist shepherd rancher herdsman milker dairyman breeder
  farmhand fruit-picker harvester winegrower fishfarmer beekeeper falconer gamekeeper dogwalker dog-walker
  caregiver childminder governess au-pair foster-parent houseparent matron doula
  undertaker mortician gravedigger sexton verger deacon missionary monk nun
  roustabout roughneck driller blaster shotfirer derrickman
  demonstrator promoter canvasser fundraiser telemarketer telesales solicitor merchandizer auctioneer pawnbroker
  realtor letting-agent valuer quantity-surveyor cartographer glaciologist oceanographer seismologist volcanologist
  linguist philologist lexicographer subtitler captioner transcriptionist localizer terminologist
  facilitator mediator arbitrator ombudsman negotiator liaison mentor headteacher headmaster headmistress
  schoolteacher lector docent lecturer tutor invigilator proctor
  timekeeper stocktaker storeman storewoman warehouseman handler shunter rigger banksman slinger
  cyclist jockey footballer referee umpire athlete
  sysop webmaster technopreneur programmer-analyst evangelist copyeditor subeditor sub-editor
  ceo cro cco cdo cso cgo clo
  leader aide finisher drafter shopper erector counsel trustee groundskeeper newsreader bellboy maker partner walker visitor
  repairer repairman grader setter superintendent tender dealer collector mixer maintainer winder trimmer contractor
  applicator preparer player official sprayer runner projectionist pressman patternmaker insulator carver scaler reader
  pumper monitor molder hanger forecaster filler ergonomist distributor deputy custodian conservator bender vendor
  transporter splitter seaman sanitarian publisher preparator performer patrolman observer naturalist laminator
  informaticist feeder dresser detailer conservationist coater arranger washer treater trapper stitcher slaughterer
  sitter scribe screener sandblaster refinisher puller planer paraprofessional paraeducator packager mounter messenger
  marker layer integrator hospitalist greeter dispenser craftsman coroner comedian climber booker biller astrophysicist
  adjudicator processor adjuster handler helper expert champion chancellor reviewer interviewer researcher scheduler
  demographer allergist shipper draughtsman draughtswoman draughtsperson liner barback steelworker
  groundsman lyricist vaccinator orthotist prosthetist orthoptist prosthodontist endodontist
  periodontist perfusionist hypnotherapist sonographer ultrasonographer mammographer videographer
  radiotherapist audiometrist enumerator pollster headhunter
  sourcer closer tattooer upcycler recycler washerman
  ethicist theologian philosopher academic steeplejack
  cabdriver motorcyclist rodbuster
  person man lady tech hand member professional
  fabricator dyer gilder pickler moulder roaster smoker canner bottler labourer ploughman rancher
`);

/** Endings of names of professions ("audiologist", "bioinformatician", "chambermaid"). */
const PROFESSION =
  /^[a-z-]{2,}(?:ologist|ographer|odontist|otherapist|sitter|repairman|craftsman|thetist|metrist|graphist|ician|iatrist|smith|keeper|worker|maid|minder|monger|wright|boy|woman)s?$/;

/** Heads that a role name can end with, singular: those listed, and words with the ending of a profession. */
export const roleHeads: Pick<ReadonlySet<string>, 'has'> = {
  has: (word) =>
    listedHeads.has(word) || (PROFESSION.test(word) && !/^(?:cowboy|playboy|boy|woman|beekeeping)$/.test(word)),
};

/** Is this head listed, and not only formed like the name of a profession? */
export function isListedHead(word: string): boolean {
  return listedHeads.has(word);
}

/** Heads that a technology in front of them does not belong to: "Java developer" is Java and developer. */
export const genericHeads = wordSet(
  'engineer developer programmer coder designer architect manager analyst administrator admin consultant specialist tester lead trainer expert teacher instructor technician scientist dba sre',
);

/** What stands before a head and belongs to the role although it could be a technology or a field. */
const modifiers = `hair and makeup|tool and die|speech and language|health and safety|research and development|
    training and development|learning and development|food and beverage|people and culture|
    diversity and inclusion|compensation and benefits|trust and safety|marriage and family|
    records and information|heating and cooling|heating and ventilation|arts and crafts|policy and research|
    monitoring and evaluation|environment health and safety|safety and health|planning and scheduling|
    ear nose and throat|obstetrics and gynecology|claims and benefits|parks and recreation|heavy goods|
    food and drink|information technology|information systems|information security|tech|team|squad|chapter|
    machine learning|ml|data|devops|dev ops|ai|qa|security|embedded|embedded software|cloud|network|networks|
    system|systems|database|game|games|blockchain|product|project|scrum|ux|ui|frontend|front end|backend|
    back end|full stack|fullstack|mobile|ios|android|site reliability|platform|software|web|cnc|business|
    business intelligence|bi|marketing|sales|hr|seo|smm|social media|content|customer success|customer support|
    customer service|technical support|it support|it|support|test|test automation|qa automation|automation|
    release|integration|solution|solutions|infrastructure|information security|cyber security|cybersecurity|
    hardware|firmware|research|computer vision|nlp|deep learning|analytics|bi|crm|erp|graphic|motion|3d|
    interior|fashion|video|sound|audio|electrical|electronics|mechanical|civil|structural|chemical|process|
    quality|production|manufacturing|supply chain|logistics|finance|financial|tax|payroll|account|accounts|
    legal|medical|dental|clinical|lab|laboratory|warehouse|forklift|truck|delivery|kitchen|line|sous|head|
    pastry|lead generation|technical|developer|kindergarten|preschool|primary school|high school|math|maths|
    english|music|physical education|social|community|event|office|executive|administrative|virtual|real estate|
    insurance|investment|risk|compliance|fraud|procurement|operations|people|talent|talent acquisition|growth|
    brand|digital marketing|performance marketing|email marketing|paid media|partner|partnership|key account|
    program|programme|delivery|engineering|technology|art|creative|pr|public relations|communications|
    go to market|remote control|senior care|elderly care|care|home care|icu|machine|crane|bus|train|taxi|
    call center|call centre|front desk|hotel|flight|shelf|shop|store|retail|construction|maintenance|facility|
    building|biomedical|environmental|energy|solar|wind|robotics|aerospace|automotive|quantitative|quant|
    pricing|reporting`;
export const roleModifiers = createPhraseTable<true>(listed(modifiers).map((phrase) => [phrase, true] as const));

const modifierWords: ReadonlySet<string> = new Set(listed(modifiers).flatMap((phrase) => phrase.split(' ')));

/** Does the word stand in a modifier of roles ("forklift")? */
export function isModifierWord(word: string): boolean {
  return modifierWords.has(word);
}

/** Whole names of roles that hold a word which alone says nothing, or names another thing. */
export const wholeRoles =
  `inside sales representative|inside sales manager|hgv class 1 driver|hgv class 2 driver|class 1 driver|class 2 driver|case manager|case worker|case handler|land surveyor|spot welder|job coach|first officer|second officer|third officer
  trust officer|city planner|city manager|information architect|information officer|information analyst|information manager
  location manager|knowledge engineer|knowledge manager|employment advisor|employment adviser|employment specialist|employment consultant
  employment lawyer|employment solicitor|compensation analyst|compensation manager|compensation specialist|it project manager|it manager
  it consultant|it technician|it support engineer|it administrator|it specialist|it engineer|it analyst|it auditor|it trainer|it recruiter|it director
  it business partner|it coordinator|it officer|it architect|it security manager|it operations manager|it service manager
  applications engineer|application engineer|application developer|applications developer|applications analyst|application support analyst
  programmer analyst|analyst programmer|painter and decorator|front of house manager|front of house assistant|front of house
  big data engineer|big data developer|big data architect|fast food worker|fine artist|career coach|career counselor|career counsellor
  career advisor|careers adviser|careers advisor|career consultant|country manager|country director|regional manager|area manager
  area sales manager|area supervisor|area director|zone manager|language teacher|language tutor|language instructor|language trainer
  english language teacher|english language tutor|english language instructor|foreign language teacher|modern languages teacher
  company secretary|company driver|set designer|set decorator|set builder|sort operator|work coach|job developer|job centre adviser
  sales and marketing manager|sales and marketing director|sales and marketing executive|sales and marketing assistant|sales and marketing coordinator
  live in carer|live in caregiver|live in nanny|live in housekeeper|day trader|day nurse|day porter|duty manager|duty officer
  night porter|order fulfillment associate|order picker|order clerk|order processor|post office clerk|post office assistant|news anchor
  news editor|news reporter|news producer|news presenter|news writer|business development executive|business development representative
  business development director|business development associate|door to door salesman|door to door sales representative|pre sales engineer|pre sales consultant|presales consultant
  presales engineer|agile coach|import export coordinator|import export manager|import export clerk|piano tuner|help desk technician
  help desk analyst|help desk engineer|help desk specialist|help desk agent|help desk operator|help desk support|help desk|helpdesk|helpdesk technician
  helpdesk analyst|helpdesk engineer|helpdesk support|service desk analyst|service desk engineer|service desk agent|service desk technician
  service desk manager|service desk|bin man|vet tech|veterinary tech|bin collector|refuse collector|toll collector|debt collector|ticket collector|bill collector
  street sweeper|car valeter|valet parker|car salesman|car dealer|card dealer|casino dealer|croupier|first aider|general assistant
  general labourer|general laborer|general operative|general clerk|general accountant|general surgeon|general practitioner
  vice principal|deputy head|deputy headteacher|head of year|school head|life coach|life guard|image consultant|money adviser|money advisor
  wage clerk|wages clerk|rate analyst|level designer|show runner|stage manager|skills trainer|skills coach|match day steward
  search engineer|offer manager|team assistant|team coach|listing agent|living support worker|assisted living caregiver|independent living support worker
  home help|earth scientist|data steward|air hostess|air steward|cabin attendant|ground staff|ground crew|ground handler
  kitchen staff|bar staff|waiting staff|hotel staff|security staff|cleaning staff|office staff|shop staff|nursing staff|teaching staff
  event staff|warehouse staff|crew member|team member|gym staff|spa staff|support staff|floor staff|factory staff|production staff|restaurant staff
  retail staff|reception staff|lab staff|hospital staff|service staff|care staff|catering staff|casual staff
  shift manager|shift supervisor|shift leader|change manager|release train engineer|right of way agent|best boy|key grip|play therapist
  peer support worker|make up artist|after sales manager|aftersales manager|field service technician|lines man|lollipop lady|lollipop man
  school crossing guard|parcel sorter|mail sorter|letter carrier|city carrier|city guide|tourist guide|tour leader|tour operator|travel agent
  live sound engineer|live stream producer|listings editor|features editor|sub editor|desk editor|commissioning editor|picture editor
  line manager|line leader|line cook|able seaman|chief mate|first mate|chief officer|ship mate|second engineer|third engineer|chief engineer
  sole trader|high school teacher|middle school teacher|high school math teacher|high school science teacher|secondary school teacher
  secondary school teaching assistant|primary school teaching assistant|elementary school teacher|special education teacher
  special education teaching assistant|special educational needs teacher|special educational needs assistant|special needs assistant
  learning support assistant|mental health nurse|mental health counselor|mental health counsellor|mental health therapist|mental health worker
  mental health support worker|public health nurse|public health officer|public health specialist|social services manager|social services worker
  human resources manager|human resources officer|human resources assistant|human resources director|human resources business partner
  human resources generalist|human resources coordinator|human resources specialist|human resources administrator|human resources consultant
  computer programmer|computer scientist|computer technician|computer engineer|computer operator|computer science teacher
  water treatment operator|water engineer|wastewater engineer|oil rig worker|oil and gas engineer|oil field worker|power plant operator
  power engineer|emergency medical technician|emergency dispatcher|emergency planner|emergency doctor|emergency physician
  television presenter|television producer|tv presenter|tv producer|radio presenter|radio host|radio producer|talk show host|game show host
  talent scout|football scout|football coach|football player|professional footballer|basketball coach|tennis coach|swim coach|gym instructor
  casting director|film director|music director|funeral director|nursing director|program director|programme director|project director
  odds compiler|tax preparer|tax collector|tax inspector|tax officer|tax lawyer|hair stylist|dog sitter|house sitter|pet sitter|cat sitter
  fund manager|fund administrator|fund accountant|hedge fund manager|stock broker|stockbroker|stock controller|stock clerk|stock taker|stock picker
  charge nurse|bank nurse|agency nurse|travel nurse|travel nurse practitioner|school nurse|ship nurse|camp nurse|camp counselor|camp counsellor
  plant operator|plant engineer|plant mechanic|plant fitter|plant scientist|plant breeder|battery engineer|charging station technician
  spare parts clerk|parts advisor|parts manager|parts specialist|vehicle technician|motor vehicle technician|motor mechanic|tyre fitter|tire fitter
  tire technician|bike mechanic|bicycle mechanic|boat builder|ship builder|shipbuilder|shipwright|yacht captain|yacht crew|cruise ship worker
  cruise ship staff|cruise director|shore excursion manager|legal guardian|ballet dancer|ballet teacher|backing singer|session musician
  church organist|choir director|choir master|wedding photographer|wedding planner|wedding dj|club dj|radio dj
  justice of the peace|test driver|test pilot|test engineer|test analyst|test manager|test lead|valet attendant|toilet attendant
  lab analyst|laboratory analyst|laboratory manager|laboratory technician|laboratory assistant|medical laboratory technician
  medical laboratory scientist|medical laboratory assistant|clinical laboratory scientist|medical lab technician|medical technologist
  biological scientist|biological technician|wildlife biologist|able bodied seaman|motion graphics designer|bathroom fitter|chimney sweep
  contract administrator|contract specialist|contracts specialist|contracts administrator|contract writer|contract negotiator
  data entry specialist|content manager|content editor|content lead|community health worker|community support officer|community nurse
  police community support officer|parole officer|truant officer|enforcement officer|parking enforcement officer|civil enforcement officer
  civil servant|government official|city councillor|returning officer|electoral officer|press officer|press secretary|press agent
  liaison officer|family liaison officer|welfare officer|education welfare officer|exams officer|admissions officer|admissions tutor
  programme officer|program officer|grants officer|field officer|project officer|policy officer|research officer|medical officer
  commercial manager|commercial director|commercial analyst|commercial pilot|commercial lawyer|category manager|demand planner
  material planner|materials planner|materials manager|material handler|materials handler|goods in operative|goods receiver
  trade marketing manager|trade marketer|trade union officer|growth hacker|growth marketer|demand generation manager|demand gen manager
  lifecycle marketer|lifecycle marketing manager|crm manager|crm specialist|crm administrator|crm consultant|loyalty manager`
    .split(/\||\n/)
    .map((name) => name.trim());

/** Words that name a whole role by themselves. */
export const bareRoles = createPhraseTable<string>(
  [
    'devops engineer=devops|dev ops',
    'qa engineer=qa|quality assurance',
    'qa automation engineer=qa automation|automation qa|aqa|test automation|qa automation engineer',
    'site reliability engineer=sre|site reliability',
    'frontend developer=frontend|front end|frontender|frontend dev',
    'backend developer=backend|back end|backend dev',
    'full-stack developer=full stack|fullstack|full stack dev|fullstack dev',
    'developer advocate=devrel|developer relations|developer evangelist',
    'system administrator=sysadmin|sys admin|systems admin',
    'database administrator=dba',
    'scrum master=scrummaster',
    'product manager=pm role',
    'developer=dev|devs|coder|coders',
    'software developer=swe|software dev|software development',
    'machine learning engineer=ml engineer|ml engineers|mle',
    'mobile developer=mobile dev|mobile development|app developer',
    'web developer=web dev|web development',
    'game developer=gamedev|game dev|game development',
    'customer support specialist=customer support|customer service',
    'au pair=au pair',
    'carpenter=chippy|chippie|chippies',
    'electrician=sparky|sparkie|sparkies',
    'bricklayer=brickie|brickies',
    'postal worker=postie|posties',
    'truck driver=truckie|truckies',
    'technical support specialist=technical support|tech support',
    'it support specialist=it support|it helpdesk|it help desk',
    'smm manager=smm',
    'ios developer=ios roles|ios jobs|ios positions|ios work',
    'android developer=android roles|android jobs|android positions|android work',
    'working student=werkstudent|working student|student job|student jobs',
    'data scientist=data science',
    'data engineer=data engineering',
    'data analyst=data analysis',
    'ios developer=ios dev',
    'android developer=android dev',
    'ux researcher=ux research|user research',
    'ux designer=ux|ux design|user experience',
    'ui designer=ui|ui design',
    'kindergarten teacher=preschool teacher|kindergarten educator',
    'civil engineer=civil engineering jobs|civil engineering roles|civil engineering positions',
    'mechanical engineer=mechanical engineering jobs|mechanical engineering roles',
    'electrical engineer=electrical engineering jobs|electrical engineering roles',
    'software engineer=software engineering|software engineering jobs',
    'bartender=barman|barmaid|bar staff|bar work',
    'waiter=waitress|waitresses|waiting tables',
    'front desk agent=front desk',
    'general practitioner=gp|gps',
    'business development representative=bdr|bdrs',
    'sales development representative=sdr|sdrs',
    'customer success manager=csm|csms',
    'clinical research associate=cra|cras',
    'nursing assistant=cna|cnas',
    'healthcare assistant=hca|hcas',
    'licensed practical nurse=lpn|lpns',
    'registered nurse=rn|rns',
    'physiotherapist=physio|physios',
    'quantitative analyst=quant|quants',
    'product owner=po role|product owner',
    'machine operator=machine operation',
  ].flatMap((line) => {
    const [value = '', list = ''] = line.split('=');
    return listed(list).map((phrase) => [phrase, value] as const);
  }),
);

/** Whole names of the highest level; the level is set beside the title. */
export const executiveRoles = wordSet('cto cfo ceo coo cmo ciso cpo cio cro cdo cso director vp svp evp president');
