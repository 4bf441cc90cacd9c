/**
 * The Action: one thing Perch can do, for the assistant and for the mouse alike. Each file beside this one
 * exports one; `registry.ts` runs them, and every door (agent, socket, HTTP) goes through the registry.
 */
import type { z } from 'zod';
import type { AccountServices } from '../server/accounts/account-services.ts';
import type { ConversationService } from '../server/conversations/conversation-service.ts';
import type { Outcome } from '../server/conversations/message.ts';
import type { CvFillingService } from '../server/cv/cv-filling-service.ts';
import type { CvService } from '../server/cv/cv-service.ts';
import type { Localized } from '../server/kernel/text.ts';
import type { MatchingServices } from '../server/matching/matching-services.ts';
import type { SavedSearches } from '../server/notifications/saved-search-service.ts';
import type { PostingServices } from '../server/postings/posting-services.ts';

/** read: nothing changes · change: own data, undoable · spend: costs tokens or quota · outward: leaves the machine. */
export type Effect = 'read' | 'change' | 'spend' | 'outward';

/** What actions may use: each module's services under their names. */
export interface ActionServices
  extends Pick<AccountServices, 'preferences' | 'models'>,
    Omit<MatchingServices, 'search'>,
    PostingServices {
  conversations: ConversationService;
  cvs: CvService;
  cvFilling: CvFillingService;
  searches: SavedSearches;
}

/** Who asks, and from where. Built by the doors from the session; never from an action's input. */
export interface ActionContext {
  userId: string;
  conversationId: string;
  /** The revision the person had on screen; places in the list ("the second") mean that list. */
  revision: number;
  by: 'assistant' | 'person';
  /** True once untrusted text (a posting, a file) is in the turn's context. */
  tainted: boolean;
  signal: AbortSignal;
  /** Shows progress while the action runs. */
  progress(outcome: Outcome): void;
}

export interface Result<Data = unknown> {
  outcome: Outcome;
  /** Short, honest, model-readable; counts and ids, never whole postings. */
  forModel: unknown;
  /** What HTTP callers get. */
  data: Data;
}

export interface Action<Input extends z.ZodType = z.ZodType> {
  /** snake_case verb_noun, as the model and the addresses name it. */
  name: string;
  title: Localized;
  /** What the status line reads while it runs. */
  says: Localized;
  /** For the model and the API docs: when to use it. English. */
  description: string;
  input: Input;
  /** Reads what was said into what `input` takes, such as names into codes, before it is checked. */
  resolve?: (input: unknown) => unknown;
  effect: Effect;
  /** Guarded actions need a click once untrusted text is in the turn. */
  guarded: boolean;
  /** What a model hears of it quotes the CV: only with the person's consent to who reads it. */
  tellsOfCv?: true;
  run(context: ActionContext, input: z.output<Input>, services: ActionServices): Promise<Result>;
}

/** Keeps the input's type while the registry holds them all alike. */
export function defineAction<Input extends z.ZodType>(action: Action<Input>): Action<Input> {
  return action;
}
