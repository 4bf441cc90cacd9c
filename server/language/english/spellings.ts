/** Words worth putting right when they are misspelt by one letter: what people look for most. */
import { wordSet } from '../phrases.ts';

export const spellings = wordSet(`
  python javascript typescript kotlin django angular react golang kubernetes docker terraform postgres mongodb laravel
  symfony android figma photoshop salesforce excel tableau node
  developer developers engineer engineers designer designers manager managers analyst analysts scientist administrator
  consultant specialist assistant accountant architect programmer teacher nurse driver electrician mechanic technician
  receptionist recruiter lawyer pharmacist therapist translator waiter barista cleaner carpenter plumber welder
  warehouse marketing frontend backend software
  remote remotely homeoffice hybrid onsite freelance freelancer contract internship permanent temporary part-time
  junior senior principal
  germany france spain italy poland portugal austria switzerland netherlands belgium sweden norway denmark finland ireland
  ukraine england scotland canada australia czechia hungary romania greece europe
  berlin munich hamburg cologne frankfurt stuttgart dusseldorf leipzig dresden vienna zurich geneva london manchester
  birmingham bristol edinburgh glasgow dublin paris lyon madrid barcelona valencia lisbon porto milan amsterdam rotterdam
  brussels stockholm copenhagen helsinki warsaw krakow wroclaw prague budapest bucharest athens toronto vancouver sydney
  melbourne chicago boston seattle austin singapore
  salary without weeks month customer customers support service hospital kindergarten restaurant kitchen insurance
  construction delivery security logistics accounting healthcare education weekend weekends evening evenings morning
  mornings experience agency agencies companies startup startups apprenticeship sponsorship accommodation relocation
  crypto gambling military outsourcing consulting actually definitely immediate
  minimum maximum newest anything something client clients hotel
`);

/** Right words one letter away from a listed one: they mean what they say. */
export const rightWords = wordSet(`
  francs franc   drive driven drives manage manages managed analysis analyses analyse analyze analyzed backed backends contact contacts
  contracts designed reach months parts pairs party hungry developed develop layer settle german remove removes removed
 internships programme programmes sensor excels postures warehouses water waited weeds onsites mouth freelancers monte
  march grace genera engine engines centre finish polish danish spanish french italian dutch swedish irish
  portuguese romanian ukrainian hungarian norwegian finnish austrian swiss american british canadian parish spawn trained
  teaches clean cleaned trains posts ports salaries tester testers remotes remark reads ready react reacts exact nodes
  permanents seniors juniors interns welded melted builder boarding berliner londoner parisian viennese lodging modern
`);
