/** English words that carry no wish of their own. */
import { wordSet } from '../phrases.ts';
import { fillers } from './filler-words.ts';

const words = wordSet(`
  a an the this that these those there here it its it's one ones some any all every each something anything things thing stuff
  i i'm im i'd i've i'll me my mine we we're our us you you're your he she they them their who which what where when
  in on at to for of from by with within about around near nearby into as per via than then so and or but also too plus
  well just only even really very quite rather pretty maybe perhaps probably ideally preferably possibly basically
  actually instead please pls plz thanks thx hi hello hey ok okay yes yeah yep no not lol hmm uh um oh
  is are was were be been being am do does did done have has had having can could would should will might must
  want wanted wants wanna need needs looking look looks search searching searched find finding found show showing give
  get gets getting got see list display tell let lets let's like likes love prefer preferred interested hoping hope
  seeking seek hunting after try trying keep stay work works working worked job jobs role roles position positions
  vacancy vacancies opening openings posting postings opportunity opportunities ad ads offer offers offering career
  careers employment gig seat spot spots post posts listing listings result results match matches matching
  make makes made set change switch put add adding include including included limit restrict narrow filter filters
  filtered down up out more less most least other others another else same again now new fresh currently available open
  hiring hire hired based located location living live place somewhere anywhere everywhere whatever wherever
  required require requires requirement preferred possible necessary mandatory essential important fine good great nice
  cool perfect decent proper plain real serious suitable relevant right best better qualified experienced experience
  skilled professional profession skill skills technology technologies stack knowledge knowing know using use uses used
  both either neither nor still ever always currently level levels time way kind kinds sort type types such
  company companies firm firms employer employers team teams business businesses
  salary pay paid paying money wage rate compensation earn earning year month week day hour today
  if though because since while until again already yet once fully completely entirely strictly exclusively mostly mainly
  city country region area areas zone land
  everything everyone nothing none bit lot lots few couple many much don't dont doesn't isn't aren't won't can't cant
  going go come comes came back think thinking thought sure guess suppose feel maybe consider considering considered
  say says said mean means meant that's thats there's what's whats he's she's they're who's where's how's let's
  candidate candidates someone person people anybody somebody
  fast last off bump raise push too enough expensive far gets simply straight already
  january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  matter matters information info gefallen
  replace swap exchange knows comp base specialised specialized specialising specializing mum mom dad returning based
  industry industries sector sectors starting starts provided big huge favourite favorite returning
  count counts counting girlfriend boyfriend husband wife needed needs wanted a1 a2 b1 b2 c1 c2 start language languages native fluent
  before minimum maximum strict picky gimme lemme gonna gotta sum some obvs obviously m8 mate bro dude tbh imo btw rn u ur cuz coz bc basis duties duty tasks responsibilities stuff things currency pull
  hooray hurray yay phew ugh whew woohoo alas gosh wow argh meh huh yikes whoops duh finally honestly frankly
listed advertised published inside write writes codes coded builds here's
fits fit gtfo stfu ffs lmk smh itself themselves existent employed immediate immediately fussy qualification qualifications certification accreditation whichever regular over bilingual trilingual multilingual sat finished
please kindly quickly soon asap ready willing able happy glad open
`);

export const noise: ReadonlySet<string> = new Set([...words, ...fillers]);

/** Words that show a clause to be a story or a remark: its unknown words never become part of the filter. */
export const storyWords = wordSet(`
  i i'm im i've i'd i'll my we we're our he she they his her their you wife husband kids family was were got had been moved
  moving living lived worked laid lost because since although can't cannot couldn't don't afford speak know think tired
  hate bored it's that's is are does
`);

/** A clause with one of these wishes for something, story or not. */
export const wishWords = wordSet(
  'want need looking search searching find show seeking prefer like interested anything something any hiring openings vacancies jobs roles positions',
);
