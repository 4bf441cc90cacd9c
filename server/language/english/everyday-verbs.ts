/** Everyday English verbs and adjectives in their common forms: alone they are no field of work and no wish. */
import { wordSet } from '../phrases.ts';

const regular = wordSet(`
  accept admit adore agree aim allow answer appear argue arrive avoid beg belong blame bother breathe borrow call cancel
  care carry cause celebrate change chat cheer claim close collapse collect comment commute compare complain complete
  confirm confuse consider contact contain continue convince copy cross cry dare decide decline dedicate delay deliver
  demand deny depend describe deserve destroy disagree disappear discover discuss disturb doubt dream drop earn embrace
  enable encourage end enjoy ensure escape exist expand expect fail fancy fear fill finish fire fix follow force gain
  guarantee handle happen hate hope hurry hurt ignore imagine impress improve include increase inform insist intend invite
  join joke jump juggle keep kill kick knock last laugh lack learn lift like limit link listen live load look love lower
  manage matter mean mention mind miss move name need notice obey obtain occur offer open own pass pause persuade pick
  plan please pop possess prefer prepare pretend prevent promise prove pull push quit raise reach realise realize receive
  refuse regret rejoin relax rely remain remember remind replace reply report rescue respond rest retire return ruin rush
  save scare scrap seem share shock shout skip slip smile solve sound spare stare start stay stop struggle succeed suffer
  suggest suit support suppose surprise survive switch talk tempt tend thank threaten tolerate touch trust try turn use
  wait walk want warn waste wave welcome whisper wish wonder worry yell overlap settle sign split scroll browse swipe
`);

const others = wordSet(`
  began begun broke broken brought built bought caught chose chosen came dealt did drew drove ate fell felt fought found
  flew forgot forgave gave went gone grew had heard held hid kept knew laid led left lent lost made meant met paid put ran
  read rode rose said sat saw sent set shook shown shut slept sold sought spent spoke stood stole stuck swam swore taught
  thought threw told took understood woke won wore wrote sit sits sitting stand stands standing eat eats sleep sleeps
  drink drinks swim swims wear wears bear dreaming thinking hoping planning aiming willing wishing struggling juggling
  tired sick bored annoyed afraid scared sad happy glad proud sure unsure ready lazy crazy weird strange odd funny stupid
  silly smart clever kind rude lucky sweet nice ugly pretty beautiful gorgeous boring dull fun tough rough harsh gentle
  calm chill peaceful quiet noisy loud messy tidy clean dirty fresh stale cosy cozy comfy fancy posh cheap pricey costly
  free dreamy shady dodgy sketchy legit legitimate honest decent proper realistic normal regular usual crucial vital key
  main extra spare entire exact rough slight minor major huge massive enormous gigantic tiny wee mega ultra insane
  ridiculous absurd awful horrid dreadful superb splendid marvellous terrific grand daughter son kid kids baby mum dad
  scrap cash moolah bills rent mortgage bank-account debt
`);

/** True for such a verb in any regular form, or such an adjective. */
export function isEverydayWord(word: string): boolean {
  return others.has(word) || forms(word).some((form) => regular.has(form));
}

function forms(word: string): string[] {
  const bare = word.replace(/(?:ed|es|s|d)$/, '');
  return [word, bare, `${bare}e`, word.replace(/i(?:ed|es)$/, 'y'), word.replace(/([bdgklmnprt])\1ed$/, '$1')];
}
