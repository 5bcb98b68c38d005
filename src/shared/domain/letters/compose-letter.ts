import { holds } from './letter-flags.ts';
import type {
  ComposedLetter,
  GapDefinition,
  GapSource,
  GapValue,
  LetterBlock,
  LetterFlag,
  LetterGap,
  LetterRun,
  LetterTemplate,
} from './types.ts';

export interface ComposeInput {
  readonly template: LetterTemplate;
  readonly flags: ReadonlySet<LetterFlag>;
  /** What stands for each `[word]`. */
  readonly words: Readonly<Record<string, string>>;
  readonly gaps: Readonly<Record<string, GapDefinition>>;
  /** What the record says for each gap. */
  readonly values: Readonly<Record<string, GapValue>>;
  readonly typed: Readonly<Record<string, string>>;
}

const TOKENS = /\[([^\]]+)\]|\{([^}]+)\}/g;
const ONE_GAP = /^\{([^}]+)\}$/;

/**
 * Writes one letter: the paragraphs whose condition holds, with the rule set's words put in and each gap filled by the
 * record or by what was typed. Pure. Throws on a word or gap that nobody defined: a mistake in a template.
 */
export function composeLetter(input: ComposeInput): ComposedLetter {
  const { template, flags, words, gaps, values, typed } = input;
  const used = new Map<string, LetterGap>();
  const watched: Record<string, string> = {};

  const gapFor = (key: string): LetterGap => {
    const known = used.get(key);
    if (known) return known;
    const definition = gaps[key];
    if (!definition) throw new Error(`${template.id} has a gap that nobody defined: ${key}`);
    const gap = fill(key, definition, values[key] ?? { text: '' }, (typed[key] ?? '').trim());
    used.set(key, gap);
    if (definition.watched !== undefined && gap.from === 'record') watched[key] = gap.value;
    return gap;
  };

  const runsOf = (text: string): LetterRun[] => {
    const runs: LetterRun[] = [];
    let at = 0;
    const say = (said: string): void => {
      const last = runs.at(-1);
      // What fills a gap may bring its own full stop at the end of a sentence.
      const closed = last?.type === 'gap' && /[.!?]$/.test(last.text) && said.startsWith('.');
      const more = closed ? said.slice(1) : said;
      if (more === '') return;
      if (last?.type === 'text') runs[runs.length - 1] = { type: 'text', text: last.text + more };
      else runs.push({ type: 'text', text: more });
    };
    for (const match of text.matchAll(TOKENS)) {
      say(text.slice(at, match.index));
      at = match.index + match[0].length;
      const [, word, key] = match;
      if (word !== undefined) {
        const said = words[word];
        if (said === undefined) throw new Error(`${template.id} has a word that nobody defined: ${word}`);
        say(said);
      } else if (key !== undefined) {
        const { value, from } = gapFor(key);
        runs.push({ type: 'gap', key, text: value, from });
      }
    }
    say(text.slice(at));
    return runs;
  };

  const linesOf = (text: string): LetterRun[][] => {
    const key = ONE_GAP.exec(text)?.[1];
    if (key === undefined) return [runsOf(text)];
    const { value, from } = gapFor(key);
    return value.split('\n').map((line) => [{ type: 'gap', key, text: line.trim(), from }]);
  };

  const blocks = template.paragraphs
    .filter(({ when }) => holds(when, flags))
    .map(({ id, kind, locked, text }): LetterBlock => {
      const texts = typeof text === 'string' ? [text] : text;
      const lines = kind === 'paragraph' || kind === 'heading' ? texts.map(runsOf) : texts.flatMap(linesOf);
      return { id, kind, locked, lines };
    });

  const all = [...used.values()];
  return {
    blocks,
    gaps: all,
    missing: all.filter(({ from }) => from === 'missing').map(missingSentence),
    watched,
  };
}

function fill(key: string, definition: GapDefinition, value: GapValue, typed: string): LetterGap {
  const { label, multiline = false, policy, fix } = definition;
  const help = value.help ?? definition.help;
  const recorded = value.text.trim();
  const useTyped =
    typed !== '' &&
    (policy === 'typed' || policy === 'prefilled' || (policy === 'record-else-typed' && recorded === ''));
  const from: GapSource = useTyped ? 'typed' : recorded === '' ? 'missing' : 'record';
  return {
    key,
    label,
    ...(help === undefined ? {} : { help }),
    multiline,
    value: useTyped ? typed : recorded,
    from,
    editable: policy !== 'record' && !(policy === 'record-else-typed' && recorded !== ''),
    ...(from === 'missing' && fix !== undefined ? { fix } : {}),
  };
}

function missingSentence({ label, help, fix }: LetterGap): string {
  const where = fix === undefined ? 'Type it into the letter.' : `Put it right under ${fix}.`;
  return `Still missing: ${label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}. ${help === undefined ? where : `${help} ${fix === undefined ? '' : where}`.trim()}`;
}
