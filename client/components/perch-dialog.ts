/** What command bar, settings and shortcuts share: a modal of the browser's own, closed by Escape or beside it. */
import { PerchElement } from './perch-element.ts';

export abstract class PerchDialog extends PerchElement {
  static override properties = { ...PerchElement.properties, isOpen: { state: true } };
  declare isOpen: boolean;

  constructor() {
    super();
    this.isOpen = false;
  }

  /** Opens it; a second time does nothing. */
  open(): void {
    this.isOpen = true;
    void this.#show();
  }

  async #show(): Promise<void> {
    await this.updateComplete;
    const dialog = this.querySelector('dialog');
    if (dialog?.open === false) dialog.showModal();
    this.opened();
  }

  close(): void {
    this.querySelector('dialog')?.close();
  }

  /** After it was opened. */
  protected opened(): void {}

  /** For the dialog's own `close`: the focus is back where it was, the content can go. */
  protected closed = (): void => {
    this.isOpen = false;
  };

  /** For clicks: the dialog is its own backdrop. */
  protected clicked = (event: Event): void => {
    if (event.target instanceof HTMLDialogElement) this.close();
  };
}
