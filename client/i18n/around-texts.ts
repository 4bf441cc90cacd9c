/** Texts of what stands around list and answers: conversations, selection, comparison, commands, settings, files. */
import type { SearchLine } from '../../server/protocol/index.ts';
import type { View } from '../data/page-state.ts';

export type ShortcutName =
  | 'commands'
  | 'compose'
  | 'next'
  | 'previous'
  | 'open'
  | 'save'
  | 'hide'
  | 'select'
  | 'undo'
  | 'close'
  | 'help';

export interface AroundTexts {
  conversations: string;
  searchConversations: string;
  noConversation: string;
  rename(title: string): string;
  titleLabel: string;
  deleteThe(title: string): string;
  deleteAsk(title: string): string;
  deleteWord: string;
  cancel: string;
  keep: string;
  asMarkdown: string;

  copy: string;
  copied: string;
  edit: string;
  editMessage: string;
  sendEdited: string;
  editNote: string;
  again: string;
  version(n: number, all: number): string;
  earlierVersion: string;
  laterVersion: string;
  jump: string;

  waits: string;
  waitsOffline: string;
  onItsWay: string;
  runNow: string;
  remove: string;
  queued(count: number): string;

  newMatches(count: number): string;
  select(name: string): string;
  selected(count: number): string;
  saveThese: string;
  hideThese: string;
  unhideThese: string;
  unsaveThese: string;
  exportThese: string;
  compareThese: string;
  compareLimit: string;
  clearSelection: string;
  views: Record<View, string>;
  viewLabel: string;
  saveSearch: string;
  often: Record<SearchLine['frequency'], string>;
  oftenFor(name: string): string;
  withNews(searches: number): string;
  emptySearches: string;
  searchesNote: string;
  emptySaved: string;
  emptyHidden: string;
  bringBack(name: string): string;
  notThisCompany(company: string): string;
  askAbout: string;
  askSentence(title: string): string;
  openUnclear: Record<string, string>;

  compareTitle(count: number): string;
  closeCompare: string;
  comparison: string;
  skills: string;
  employmentWord: string;
  seniorityWord: string;
  nextStep: string;
  betterNote: string;

  editFilter(words: string): string;
  editTitle: string;
  value: string;
  apply: string;
  addKind: string;
  payFrom: string;
  currency: string;
  days: string;
  sortBy: string;
  saidInstead: string;

  commandBar: string;
  commandShort: string;
  settingsShort: string;
  commandLabel: string;
  commandHint: string;
  commandNone: string;
  ask(text: string): string;
  commandResults: string;

  shortcutsTitle: string;
  shortcutsOn: string;
  shortcutsNote: string;
  shortcut: Record<ShortcutName, string>;

  settings: string;
  closeDialog: string;
  themes: Record<'system' | 'light' | 'dark', string>;
  homeCountry: string;
  homeCountryNote: string;
  homeCountryNone: string;
  sourcesOnOff: string;
  sourcesNote: string;
  employers: string;
  employerAddress: string;
  employerNote: string;
  follow: string;
  unfollow(employer: string): string;
  unfollowShort: string;
  model: string;
  modelProvider: string;
  modelNone: string;
  modelProviders: Record<'openai' | 'anthropic' | 'compatible', string>;
  modelAddress: string;
  modelName: string;
  modelKey: string;
  modelKeyKept: string;
  modelKeyNote: string;
  embedderBuiltin: string;
  embedderConfigured: (model: string) => string;
  modelLimits: Record<'callsPerHour' | 'callsPerDay' | 'tokensPerHour' | 'tokensPerDay', string>;
  modelNoLimit: string;
  modelUsage(callsHour: number, callsDay: number, tokensDay: number): string;
  modelTest: string;
  modelSave: string;
  modelCost(model: string, calls: number, tokens: number): string;
  skipToMatches: string;
  skipToChat: string;

  dropTitle: string;
  dropText: string;
  dropNote: string;
  dropOne: string;
  dropTooLarge(megabytes: number): string;
  dropWrongKind: string;
  dropUnable: string;
  dropBroken: string;
  reading(name: string): string;
  readDone(name: string): string;
  attach: string;

  pasteOffer: string;
  pasteAdd: string;
  pasteLeave: string;
  copyBlocked: string;

  countryAsk: string;
  countryWhy: string;
  countryKeep: string;
  countrySkip: string;

  tryAgain: string;
  announce(total: number, hidden: number): string;
}
