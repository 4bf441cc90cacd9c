/**
 * Plays the development dialogues and our own through a whole Perch with a language model in `auto` and counts the
 * turns that needed no call of the model: `npm run eval -- auto`. The model is a stand-in that carries out what it is
 * told was understood, so that a dialogue goes on as with an obliging one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Asked, type Reply, startStandInModel } from '../e2e/stand-in-model.ts';
import { newId } from '../server/kernel/ids.ts';
import { openTestPerch, type TestPerch } from '../server/testing.ts';
import { digits, writeFigures } from './figures.ts';
import { type Dialogue, readDialogues } from './understanding/predict.ts';

const SAMPLE = new URL('../../shared/data/understanding/dev-sample.jsonl', import.meta.url);
const own = new URL('understanding/', import.meta.url);
const understoodSchema = z.object({
  understood: z.object({ calls: z.array(z.object({ name: z.string(), input: z.unknown() })) }),
});

interface Tally {
  turns: number;
  withoutModel: number;
  calls: number;
}

function oblige({ text, results }: Asked): Reply {
  const block = /^<data [\w-]+>\n([^\n]*)\n/u.exec(text)?.[1] ?? '{}';
  const { data } = understoodSchema.safeParse(JSON.parse(block));
  const calls = data?.understood.calls ?? [];
  return results.length > 0 || calls.length === 0 ? { text: 'Here you are.' } : { calls };
}

/** One dialogue in a conversation of its own. */
async function play({ perch }: TestPerch, dialogue: Dialogue, tally: Tally): Promise<void> {
  const { agent, services, ownerId: userId } = perch;
  const place = { userId, conversationId: (await services.conversations.open({ userId, fresh: true })).id };
  for (const { say } of dialogue.turns) {
    const { revision } = await services.filters.get(place);
    const { done } = await agent.send({ ...place, messageId: newId(), text: say, revision });
    await done;
    const answer = (await services.conversations.messages(place)).at(-1);
    const cost = answer?.parts.find((part) => part.type === 'cost');
    tally.turns += 1;
    tally.withoutModel += cost === undefined ? 1 : 0;
    tally.calls += cost?.calls ?? 0;
  }
}

const sets = [
  { name: 'sample', files: existsSync(SAMPLE) ? [SAMPLE] : [] },
  {
    name: 'own',
    files: readdirSync(own)
      .filter((file) => file.endsWith('.jsonl'))
      .map((file) => new URL(file, own)),
  },
];
const model = await startStandInModel(oblige, 0);
const test = await openTestPerch({}, { ASSISTANT: 'auto', LOG_LEVEL: 'error' });
const figures: Record<string, object> = {};
try {
  const chosen = { provider: 'compatible' as const, address: model.url, chat: 'stand-in' };
  await test.perch.services.preferences.changeModel(test.perch.ownerId, {
    model: { ...chosen, extraction: null, writing: null },
    limits: { callsPerHour: null },
  });
  for (const { name, files } of sets) {
    const byLanguage = new Map<string, Tally>();
    for (const dialogue of files.flatMap((file) => readDialogues(readFileSync(file, 'utf8')))) {
      const tally = byLanguage.get(dialogue.lang) ?? { turns: 0, withoutModel: 0, calls: 0 };
      byLanguage.set(dialogue.lang, tally);
      await play(test, dialogue, tally);
    }
    if (byLanguage.size === 0) {
      process.stdout.write(`${name}: skipped, the dialogues are not here.\n`);
      continue;
    }
    const all = [...byLanguage.values()].reduce((sum, tally) => ({
      turns: sum.turns + tally.turns,
      withoutModel: sum.withoutModel + tally.withoutModel,
      calls: sum.calls + tally.calls,
    }));
    figures[name] = Object.fromEntries(
      [['all', all] as const, ...[...byLanguage].toSorted(([a], [b]) => a.localeCompare(b))].map(
        ([language, { turns, withoutModel, calls }]) => {
          const percent = digits((100 * withoutModel) / turns);
          process.stdout.write(
            `${name} ${language}: ${withoutModel} of ${turns} turns (${percent} %) without a model call, ${calls} calls in all; baseline, the model always asked: 0 %\n`,
          );
          return [language, { turns, withoutModelPercent: percent, calls }];
        },
      ),
    );
  }
  // A clone without the shared dialogues measures its own only and leaves the figures alone.
  if ('sample' in figures) writeFigures('auto', { ...figures, baselineModelAlwaysAskedPercent: 0 });
} finally {
  await test.close();
  await model.close();
}
