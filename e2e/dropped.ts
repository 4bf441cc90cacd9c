/** Files let go over the page, as if they came from a folder. */
import type { Page } from 'playwright-core';

export interface DroppedFile {
  name: string;
  type: string;
  /** What is in it: text, or so many zero bytes. */
  content: string | number;
}

/** Drops them anywhere on the page. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, content } of ${JSON.stringify(files)})
      dataTransfer.items.add(new File([typeof content === 'string' ? content : new Uint8Array(content)], name, { type }));
    for (const kind of ['dragenter', 'dragover', 'drop'])
      window.dispatchEvent(new DragEvent(kind, { dataTransfer, cancelable: true }));
  })()`);
}
