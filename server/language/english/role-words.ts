/**
 * English words of role names. A role is a head ("nurse") with the words before it that belong to the name
 * ("care nurse"); a technology before a generic head is a skill instead ("Perl programmer").
 */
import { createPhraseTable, wordSet } from '../phrases.ts';

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
  winemaker viticulturist oenologist cheesemaker pizzaiolo sushi-chef fishmonger greengrocer grocer
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
  fabricator dyer gilder pickler moulder roaster smoker canner bottler labourer ploughman rancher
`);

/** Endings of names of professions ("audiologist", "bioinformatician", "chambermaid"). */
const PROFESSION =
  /^[a-z-]{2,}(?:ologist|thetist|metrist|graphist|ician|iatrist|smith|keeper|worker|maid|minder|monger|wright|boy|woman)s?$/;

/** Heads that a role name can end with, singular: those listed, and words with the ending of a profession. */
export const roleHeads: Pick<ReadonlySet<string>, 'has'> = {
  has: (word) =>
    listedHeads.has(word) || (PROFESSION.test(word) && !/^(?:cowboy|playboy|boy|woman|beekeeping)$/.test(word)),
};

/** Heads that a technology in front of them does not belong to: "Java developer" is Java and developer. */
export const genericHeads = wordSet(
  'engineer developer programmer coder designer architect manager analyst administrator admin consultant specialist tester lead trainer expert teacher instructor technician scientist dba sre',
);

/** What stands before a head and belongs to the role although it could be a technology or a field. */
export const roleModifiers = createPhraseTable<true>(
  'tech|team|squad|chapter|machine learning|ml|data|devops|dev ops|ai|qa|security|embedded|embedded software|cloud|network|networks|system|systems|database|game|games|blockchain|product|project|scrum|ux|ui|frontend|front end|backend|back end|full stack|fullstack|mobile|ios|android|site reliability|platform|software|web|cnc|business|business intelligence|bi|marketing|sales|hr|seo|smm|social media|content|customer success|customer support|customer service|technical support|it support|it|support|test|test automation|qa automation|automation|release|integration|solution|solutions|infrastructure|information security|cyber security|cybersecurity|hardware|firmware|research|computer vision|nlp|deep learning|analytics|bi|crm|erp|graphic|motion|3d|interior|fashion|video|sound|audio|electrical|electronics|mechanical|civil|structural|chemical|process|quality|production|manufacturing|supply chain|logistics|finance|financial|tax|payroll|account|accounts|legal|medical|dental|clinical|lab|laboratory|warehouse|forklift|truck|delivery|kitchen|line|sous|head|pastry|lead generation|technical|developer|kindergarten|preschool|primary school|high school|math|maths|english|music|physical education|social|community|event|office|executive|administrative|virtual|real estate|insurance|investment|risk|compliance|fraud|procurement|operations|people|talent|talent acquisition|growth|brand|digital marketing|performance marketing|email marketing|paid media|partner|partnership|key account|program|programme|delivery|engineering|technology|art|creative|pr|public relations|communications|go to market|remote control|senior care|elderly care|care|home care|icu|machine|crane|bus|train|taxi|call center|call centre|front desk|hotel|flight|shelf|shop|store|retail|construction|maintenance|facility|building|biomedical|environmental|energy|solar|wind|robotics|aerospace|automotive|quantitative|quant|pricing|reporting'
    .split('|')
    .map((phrase) => [phrase, true] as const),
);

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
    'working student=werkstudent|working student|student job|student jobs',
    'data scientist=data science',
    'data engineer=data engineering',
    'data analyst=data analysis',
    'ios developer=ios dev',
    'android developer=android dev',
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
    return list.split('|').map((phrase) => [phrase, value] as const);
  }),
);

/** Whole names of the highest level; the level is set beside the title. */
export const executiveRoles = wordSet('cto cfo ceo coo cmo ciso cpo cio cro cdo cso director vp svp evp president');
