/** A conversation as a Markdown file: what was said, what was done, what was answered. No I/O here. */
import type { Language } from '../kernel/text.ts';
import type { Message, Part } from './message.ts';

const YOU: Record<Language, string> = { en: 'You', de: 'Sie', uk: 'Ви' };

/** The shown branch, oldest first. What the person said stands as a quote, so that no word of it becomes markup. */
export function toMarkdown(title: string, messages: readonly Message[], language: Language): string {
  const blocks = messages.flatMap((message) => {
    const at = message.createdAt.slice(0, 16).replace('T', ' ');
    const body = message.parts.map((part) => block(part, message.role, language)).filter((text) => text !== '');
    if (body.length === 0) return [];
    return [`## ${message.role === 'user' ? YOU[language] : 'Perch'}, ${at} UTC`, ...body];
  });
  return `${[`# ${title.replace(/\s+/gu, ' ') || 'Perch'}`, ...blocks].join('\n\n')}\n`;
}

function block(part: Part, role: Message['role'], language: Language): string {
  switch (part.type) {
    case 'text':
      return role === 'user' ? quote(part.text) : part.text.trim();
    case 'action':
      return `- ${(part.error ?? part.outcome?.line)?.[language] ?? part.action}`;
    case 'notice':
      return quote(part.text[language]);
    case 'suggestions':
    case 'cost':
      return '';
  }
}

function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
