import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { errorTable, locale } from '#contracts';
import ar from './ar.js';
import { catalog } from './catalog.js';
import de from './de.js';
import en from './en.js';
import es from './es.js';
import fr from './fr.js';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.spec.*', '!./*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sentences = new Set<string>(Object.values(errorTable).map(({ message }) => message));
for (const [file, text] of Object.entries(sources)) {
  collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX));
}

/** The sentences that the console says through `t`. */
function collect(node: ts.Node): void {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't') {
    const [sentence] = node.arguments;
    if (sentence && ts.isStringLiteralLike(sentence)) sentences.add(sentence.text);
  }
  ts.forEachChild(node, collect);
}

const counts = (sentence: string) => sentence.includes('{count}');
const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([mark]) => mark).toSorted();

/** What a language must have a text for: each sentence once, or once for each plural. */
function keysOf(language: string): Map<string, string> {
  const plurals = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return new Map(
    [...sentences].flatMap((sentence): [string, string][] =>
      counts(sentence)
        ? plurals.map((plural) => [`${sentence}_${plural}`, sentence])
        : language === 'en'
          ? []
          : [[sentence, sentence]],
    ),
  );
}

const files = { en, es, de, fr, ar };

describe.each(locale.options)('the catalog %s', (language) => {
  const { translation } = catalog(language, files[language]);
  const keys = keysOf(language);

  it('has a text for each sentence and plural', () => {
    expect([...keys.keys()].filter((key) => !translation[key])).toEqual([]);
  });

  it('has nothing that the console does not say', () => {
    expect(Object.keys(translation).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('fills in what the sentence fills in', () => {
    const wrong = [...keys].filter(([key, sentence]) => {
      // "One message" need not say the number.
      const needed = marks(sentence).filter((mark) => mark !== '{count}');
      const given = marks(translation[key] ?? sentence).filter((mark) => mark !== '{count}');
      return needed.join() !== given.join();
    });
    expect(wrong).toEqual([]);
  });
});
