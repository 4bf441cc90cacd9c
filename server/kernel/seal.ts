/**
 * Keeps secrets of people at rest: AES-256-GCM with a random nonce, an id of the key, and the row they belong to
 * bound in, so that a sealed text moved to another row does not open.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { PerchError } from './errors.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Seal {
  /** `row` names table, column and owner. */
  seal(text: string, row: string): string;
  /** Throws PerchError conflict when it was sealed with another secret, for another row, or changed since. */
  open(sealed: string, row: string): string;
}

/** `secret` is what signs sessions; the key is derived from it for this use only. */
export function createSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'seal', 32));
  const keyId = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return {
    seal(text, row) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(row));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${keyId}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, row) {
      const [id, content = ''] = sealed.split('.');
      const bytes = Buffer.from(content, 'base64url');
      if (id !== keyId || bytes.length < NONCE_BYTES + TAG_BYTES) throw unreadable();
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
          .setAAD(Buffer.from(row))
          .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString();
      } catch {
        throw unreadable();
      }
    },
  };
}

function unreadable(): PerchError {
  return new PerchError('conflict', {
    en: 'The stored key cannot be read any more, because the secret of this Perch has changed. Enter the key again in the settings.',
    de: 'Der gespeicherte Schlüssel ist nicht mehr lesbar, weil sich das Geheimnis dieses Perch geändert hat. Geben Sie den Schlüssel in den Einstellungen neu ein.',
    uk: 'Збережений ключ більше не прочитати, бо змінився секрет цього Perch. Введіть ключ у налаштуваннях ще раз.',
  });
}
