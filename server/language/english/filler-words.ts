/** Everyday English words that say nothing of a job: adverbs, connectives, words of feeling and of telling. */
import { wordSet } from '../phrases.ts';

export const fillers = wordSet(`
  greater bilingual trilingual multilingual fewer fed first second third round scheme schemes welcome whatsoever precisely purely merely largely chiefly partly above absolutely according across ago ahead almost alone along although among amount anymore anyone anytime anyway apart
  appreciate ask asked asking away bad badly barely become becomes began begin behind believe below beside between beyond
  boring bring brings brought busy call called cannot careful case caught certain certainly cheap clearly close closer
  comfortable coming correct cute deal dear definitely depends despite difference different difficult doing due during
  easily easy end ends enjoy enjoys entire especially etc exactly example excited exciting expect expected explain fair
  fairly fan farther few final finally following former forward fun further future general generally given goes gone
  grand grown guy guys half hard hardly hear heard helpful hence her here him his hold honest honestly hopefully how
  however hundred hungry idea ideas impossible incredibly indeed interest kid knew known large late lately later latter
  leave leaves leaving left lik little long longer loud low lower lowest high higher highest luck lucky major meanwhile
  meet mention mentioned minute minutes moment months moreover mostly move moved moves moving myself naturally nearly
  necessarily nevertheless news nobody normally notice number numbers occasionally often old older onto option options
  ordinary otherwise overall particular particularly past personally pleasant plenty point poor present previous
  previously problem properly quick quiet realistic reason reasonable reasons recently regarding relatively reliable
  remain respectively retired roughly seem seems self sense several shall short side silly similar simple single
  situation situations slightly slow small solid somehow sometimes somewhat sorry specific specifically stable started
  starter strong suddenly suit suits surely surprise take takes taking talk talking tell therefore through throughout
  thus tiny tired together tomorrow totally toward towards trust truly twice two three four five six seven eight nine ten
  typical ugh unemployed unfortunately unless unlike upon useful usual usually various visit visiting walk weird whenever
  whereas whether whole whom whose why wonder wondering word words worried worse worth wow wrong years young yourself
  awesome amazing lovely wonderful fantastic brilliant excellent terrible horrible awful ideal ideally perfectly happily
  gladly hopefully basically literally seriously obviously apparently supposedly allegedly admittedly frankly simply
  hours days weeks today's yesterday tonight nowadays meantime overnight-ish recently soonish immediately asap eventually
  max min tops next partner mind dollar kindof sorta altogether speak
  haha hahaha hehe rofl lmao story redundant
  gotcha ok okay alrighty righto cheers ta ciao yo hiya howdy greetings sir madam ma'am folks everybody
  help helps helping assist advice recommend recommendation recommendations suggest suggestion suggestions
  hate hates dislike dislikes enjoyable bored nervous anxious keen eager curious confident motivated passionate dedicated
  hardworking hard-working friendly-ish committed talented competent capable trained
  apply applying applied application applications applicant background profile degree
  based-in reachable commute commutable distance drive-able closeby nearby vicinity surrounding surroundings outskirts
  roughly approx approximately circa exact estimated guess guesses anyhow whichever whoever anybody nope nah yup yea yas
  thx tnx ty np omg wtf idk fyi eta afaik tho though cos 'cause bcs wud cud shud abt bout w wo
  wouldn't couldn't shouldn't hasn't haven't hadn't wasn't weren't isn't ain't gotta y'all ya em 'em
`);
