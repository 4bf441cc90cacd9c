/** Ctrl K: every action by name, the page's own commands, and whatever else is asked as a question. */
import type { Localized } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { type ActionLine, VIEWS } from '../data/page-state.ts';
import { type IconName, icon } from '../icons.ts';
import { PerchDialog } from './perch-dialog.ts';

interface Command {
  id: string;
  words: string;
  icon: IconName;
  run(): void;
}

export class PerchCommandBar extends PerchDialog {
  static override properties = {
    ...PerchDialog.properties,
    actions: { attribute: false },
    typed: { state: true },
    at: { state: true },
  };
  declare actions: ActionLine[];
  declare typed: string;
  declare at: number;

  constructor() {
    super();
    this.actions = [];
    this.typed = '';
    this.at = 0;
  }

  protected override opened(): void {
    this.typed = '';
    this.at = 0;
    const field = this.querySelector('input');
    if (field !== null) field.value = '';
    field?.focus();
  }

  protected override updated(): void {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override content(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const { texts } = this;
    const found = this.#found();
    return html`<dialog class="command" aria-label=${texts.commandBar} @close=${this.closed} @click=${this.clicked}>
      <div class="command-field">${icon('search')}<input id="command-input" type="text" autocomplete="off" maxlength="500" role="combobox" aria-expanded="true" aria-autocomplete="list" aria-controls="command-list" aria-activedescendant=${found.length === 0 ? nothing : `command-${this.at}`} aria-label=${texts.commandLabel} placeholder=${texts.commandHint} @input=${this.#type} @keydown=${this.#key}><kbd>Esc</kbd></div>
      <ul id="command-list" role="listbox" aria-label=${texts.commandResults}>
        ${found.map(
          (command, index) =>
            html`<li id="command-${index}" role="option" aria-selected=${index === this.at} data-command=${command.id} @click=${() => this.#do(command)}>${icon(command.icon)}<span><bdi>${command.words}</bdi></span></li>`,
        )}
      </ul>
      <p class="sr" role="status">${found.length === 0 ? texts.commandNone : found.length}</p>
    </dialog>`;
  }

  #found(): Command[] {
    const typed = this.typed.trim();
    const wanted = typed.toLocaleLowerCase(this.language);
    const named = [...this.#actions(), ...this.#own()].filter(({ words }) =>
      words.toLocaleLowerCase(this.language).includes(wanted),
    );
    const ask: Command = {
      id: 'ask',
      words: this.texts.ask(typed),
      icon: 'chat',
      run: () => this.tell('perch-say', typed),
    };
    return typed === '' ? named : [...named, ask];
  }

  /** Those that want to know what about begin a sentence; the others run. */
  #actions(): Command[] {
    const title = (text: Localized): string => text[this.language];
    return this.actions
      .filter(({ name }) => !['get_filters', 'show_marked', 'show_searches'].includes(name))
      .map((action) => ({
        id: action.name,
        words: action.runsAlone ? title(action.title) : `${title(action.title)} …`,
        icon: action.runsAlone ? 'forward' : 'chat',
        run: () =>
          action.runsAlone
            ? this.tell('perch-run', { action: action.name, input: {} })
            : this.tell('perch-compose', `${title(action.title)} `),
      }));
  }

  #own(): Command[] {
    const { texts } = this;
    return [
      ...VIEWS.map(
        (view): Command => ({
          id: view,
          words: texts.views[view],
          icon: 'list',
          run: () => this.tell('perch-view', view),
        }),
      ),
      { id: 'new', words: texts.newConversation, icon: 'plus', run: () => this.tell('perch-new') },
      { id: 'settings', words: texts.settings, icon: 'settings', run: () => this.tell('perch-settings') },
      { id: 'shortcuts', words: texts.shortcutsTitle, icon: 'keyboard', run: () => this.tell('perch-shortcuts') },
    ];
  }

  #type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.typed = event.target.value;
    this.at = 0;
  }

  #key(event: KeyboardEvent): void {
    const found = this.#found();
    if (event.isComposing || found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.at = (this.at + step + found.length) % found.length;
    }
    const command = found[this.at];
    if (event.key === 'Enter' && command !== undefined) {
      event.preventDefault();
      this.#do(command);
    }
  }

  #do(command: Command): void {
    this.close();
    command.run();
  }
}
customElements.define('perch-command-bar', PerchCommandBar);
